import { type CloudRequest, queryOf } from '../../src/domain/cloud-request.ts'
import type { ListedWord, WordList, WordOrder } from '../../src/domain/word-list.ts'
import { useReader } from '../layout/reader.ts'

type Props = { slug: string; request: CloudRequest; order: WordOrder; list: WordList; names: readonly string[] }

/** A row a word: its forms, and in each group how often, how often in a thousand words, and in how many cases. A head sorts by its column. */
export function WordTable({ slug, request, order, list, names }: Props) {
  const { say } = useReader()
  const two = list.groups.length > 1
  const units = say(list.unit === 'case' ? 'cloud.col-cases' : 'cloud.col-sources')
  const head = (by: WordOrder, label: string) => (
    <a href={`/projects/${slug}/words${queryOf(request, { order: by })}`} aria-current={order === by ? 'true' : undefined}>
      {label}
    </a>
  )
  return (
    <div class="over" tabindex={0} role="region" aria-label={say('words.title')}>
      <table class="source-table word-table stacks">
        <caption class="vh">{say('words.caption')}</caption>
        <thead>
          {two && (
            <tr>
              <td colspan={2} />
              {names.map((name) => (
                <th scope="colgroup" colspan={3} class="group">
                  {name}
                </th>
              ))}
              <th scope="colgroup" colspan={2} class="group">
                {say('words.difference')}
              </th>
            </tr>
          )}
          <tr>
            <th scope="col" aria-sort={order === 'word' ? 'ascending' : undefined}>
              {head('word', say('cloud.col-word'))}
            </th>
            <th scope="col">{say('words.forms')}</th>
            {list.groups.map(() => (
              <>
                <th scope="col" class="num" aria-sort={order === 'count' ? 'descending' : undefined}>
                  {head('count', say('cloud.col-count'))}
                </th>
                <th scope="col" class="num">
                  {say('words.per-thousand')}
                </th>
                <th scope="col" class="num" aria-sort={order === 'units' ? 'descending' : undefined}>
                  {head('units', units)}
                </th>
              </>
            ))}
            {two && (
              <>
                <th scope="col" class="num">
                  {say('words.ratio')}
                </th>
                <th scope="col" class="num" aria-sort={order === 'keyness' ? 'descending' : undefined}>
                  {head('keyness', say('words.likelihood'))}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {list.words.map((word) => (
            <Row slug={slug} request={request} list={list} word={word} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ slug, request, list, word, names }: Pick<Props, 'slug' | 'request' | 'list' | 'names'> & { word: ListedWord }) {
  const { say, number } = useReader()
  // On a phone a row stands by itself, and says of which group it counts.
  const labelled = (at: number, label: string) => (names.length > 1 ? `${names[at]}: ${label}` : label)
  const opened = (at: number) => {
    const [group, beside] = at === 0 ? [request.group, request.beside] : [request.beside, request.group]
    // Both groups decide which forms are one word; where the second is everybody, there is no second.
    return `/projects/${slug}/word-cloud/lines${queryOf({ ...request, group, beside }, { word: word.word })}`
  }
  return (
    <tr>
      <th scope="row">{word.word}</th>
      <td class="small quiet forms">{word.forms.length > 1 ? word.forms.join(', ') : ''}</td>
      {word.sides.map(({ count, units, perThousand }, at) => (
        <>
          <td class="num" data-label={labelled(at, say('cloud.col-count'))}>
            {count === 0 ? (
              '–'
            ) : (
              <a href={opened(at)} aria-label={say('words.open', { word: word.word, count, name: names[at]! })}>
                {number(count)}
              </a>
            )}
          </td>
          <td class="num" data-label={say('words.per-thousand')}>
            {number(perThousand, 2)}
          </td>
          <td class="num" data-label={say(list.unit === 'case' ? 'cloud.col-cases' : 'cloud.col-sources')}>
            {say('cloud.of', { units, of: list.groups[at]!.of })}
          </td>
        </>
      ))}
      {list.groups.length > 1 && (
        <>
          <td class="num" data-label={say('words.ratio')}>
            {word.ratio === null ? '–' : `${word.ratio > 0 ? '+' : ''}${number(word.ratio, 1)}`}
          </td>
          <td class="num" data-label={say('words.likelihood')}>
            {word.likelihood === null ? '–' : number(word.likelihood, 1)}
          </td>
        </>
      )}
    </tr>
  )
}
