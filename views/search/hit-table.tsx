import type { FoundLine, FoundLines } from '../../src/domain/found-lines.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'

/** Hits in their context, the words found under each other. In order of the texts they stand under their cases; ranked, each says its own. */
export function HitTable({ slug, found: { lines, under, order } }: { slug: string; found: FoundLines }) {
  const { say } = useReader()
  return (
    <table class={`kwic${order === 'text' ? '' : ' ranked'}`}>
      <caption class="vh">{say('search.caption')}</caption>
      <colgroup>
        <col class="pick" />
        <col class="place" />
        <col />
        <col class="right" />
        <col class="coded" />
      </colgroup>
      <tbody>
        {lines.map((line, index) => (
          <>
            {order === 'text' && line.under !== lines[index - 1]?.under && (
              <tr class="case-row">
                <th colspan={5} scope="rowgroup">
                  {line.under} <span>{say('search.hits', { n: under.get(line.under) ?? 0 })}</span>
                </th>
              </tr>
            )}
            <HitRow slug={slug} line={line} named={order !== 'text'} />
          </>
        ))}
      </tbody>
    </table>
  )
}

function HitRow({
  slug,
  line: { sourceId, versionId, under, paragraph, start, end, kwic, kind, others, codes },
  named,
}: {
  slug: string
  line: FoundLine
  named: boolean
}) {
  const { say } = useReader()
  const place = say('search.place', { number: `${paragraph}` })
  const href = `/projects/${slug}/sources/${sourceId}?at=${start}-${end}#st-${paragraph}`
  return (
    <tr data-hit={`${sourceId}-${start}`}>
      <td class="pick">
        <label>
          <input
            type="checkbox"
            name="hit"
            value={[sourceId, versionId, start, end].join('-')}
            aria-label={say('search.pick', { place: `${under}, ${place}` })}
          />
        </label>
      </td>
      <td class="place">
        <a href={href} aria-label={`${under}, ${place}${kind === 'exact' ? '' : `, ${say(`search.kind-${kind}`)}`}`}>
          {named && <span class="of">{under}</span>} {place}
        </a>
        {others > 0 && (
          <span class="quiet small" title={say('search.others', { n: others })}>
            {' '}
            +{others}
            <span class="vh"> {say('search.others', { n: others })}</span>
          </span>
        )}
      </td>
      <td class="left">
        <bdi>
          {kwic.more.left && '… '}
          {kwic.left.trimEnd()}
        </bdi>
        {/\s$/.test(kwic.left) && '\u00A0'}
      </td>
      <td class="right">
        <mark class={`hit${kind === 'exact' ? '' : ` is-${kind}`}`} title={kind === 'exact' ? undefined : say(`search.kind-${kind}`)}>
          {kwic.key}
        </mark>
        {kwic.right}
        {kwic.more.right && ' …'}
      </td>
      <td class="coded">
        {codes.map((code) => (
          <span title={code.around ? say('search.code-around', { label: code.label }) : code.label} class={code.around ? 'around' : undefined}>
            <Key code={code} />
            <span class="vh"> {code.around ? say('search.code-around', { label: code.label }) : code.label}</span>{' '}
          </span>
        ))}
      </td>
    </tr>
  )
}
