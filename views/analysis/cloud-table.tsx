import type { CloudWord, NamedCloud } from '../../src/domain/cloud-count.ts'
import { type CloudRequest, queryOf } from '../../src/domain/cloud-request.ts'
import { formOf } from '../../src/domain/word-count.ts'
import { useReader } from '../layout/reader.ts'
import { addressOf } from './cloud-address.ts'

type Props = { slug: string; request: CloudRequest; cloud: NamedCloud; attributes: readonly { id: number; name: string }[]; named: boolean }

/** The words of a cloud in numbers, each opening what it counts. */
export function CloudTable({ slug, request, cloud, attributes, named }: Props) {
  const { say } = useReader()
  const labels = request.from === 'labels'
  return (
    <div class="cloud-numbers">
      <table class="source-table">
        <caption class={named ? 'small' : 'vh'}>{cloud.name}</caption>
        <thead>
          <tr>
            <th scope="col">{say(labels ? 'cloud.col-label' : 'cloud.col-word')}</th>
            <th scope="col" class="num">
              {say(labels ? 'cloud.col-quotations' : 'cloud.col-count')}
            </th>
            <th scope="col" class="num">
              {say(cloud.unit === 'case' ? 'cloud.col-cases' : 'cloud.col-sources')}
            </th>
            {!labels && (
              <th scope="col">
                <span class="vh">{say('cloud.col-hide')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {cloud.words.map((word) => (
            <Row slug={slug} request={request} unit={cloud.unit} word={word} href={addressOf(slug, request, cloud, attributes, word)} />
          ))}
        </tbody>
      </table>
      {cloud.rest > 0 && <p class="quiet small cloud-foot">{say(labels ? 'cloud.rest-labels' : 'cloud.rest', { rest: cloud.rest })}</p>}
    </div>
  )
}

function Row({ slug, request, unit, word, href }: { slug: string; request: CloudRequest; unit: 'case' | 'source'; word: CloudWord; href: string }) {
  const { say, number } = useReader()
  const without = [...request.without, formOf(word.text)]
  const base = unit === 'source' ? '' : say(word.asked ? 'cloud.asked' : 'cloud.with-source')
  return (
    <tr>
      <th scope="row">
        <a href={href} class={word.code ? 'code-name' : undefined}>
          {word.code && <span class={`key t${word.code.tone} ${word.code.key.includes('.') ? 'sub' : ''}`}>{word.code.key}</span>}
          <span>{word.text}</span>
        </a>{' '}
        {word.theme && (
          <span class={`key t${word.theme.tone}`} title={say('cloud.word-theme', { theme: word.theme.label })}>
            {word.theme.key}
          </span>
        )}
      </th>
      <td class="num">{number(word.count)}</td>
      <td class="num">
        {say('cloud.of', { units: word.units, of: word.of })} {word.code && <span class="quiet small">{base}</span>}
      </td>
      {!word.code && (
        <td>
          <a
            class="quiet small"
            href={`/projects/${slug}/word-cloud${queryOf({ ...request, without })}`}
            aria-label={say('cloud.hide-word', { word: word.text })}
          >
            {say('cloud.hide')}
          </a>
        </td>
      )}
    </tr>
  )
}
