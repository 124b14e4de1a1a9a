import type { CasePart } from '../../src/domain/case-parts.ts'
import { sayPartHead } from '../../src/texts/denominator-sentences.ts'
import { useReader } from '../layout/reader.ts'
import { AnalysisHead, Downloads, FilterField } from './analysis-parts.tsx'

type Props = {
  slug: string
  cases: readonly { id: number; name: string; kind: string; sources: number }[]
  sentence: string
  kind: string
  filter: string
  of: { code: string; part: CasePart } | undefined
}

/** The cases that a number counts, each opening its page. `of`: which of a code's cases the number was of. */
export function CasesBehind({ slug, cases, sentence, kind, filter, of }: Props) {
  const { say, number } = useReader()
  return (
    <>
      <AnalysisHead
        slug={slug}
        title={of ? `${sayPartHead(of.part, say)}: ${of.code}` : say('bases.behind')}
        lead={say('bases.behind-count', { n: cases.length })}
      />
      <form class="wish" action={`/projects/${slug}/cases-behind`}>
        {kind && <input type="hidden" name="kind" value={kind} />}
        <FilterField filter={filter} hint="bases.write-hint" />
      </form>
      {(sentence || kind) && <p class="sentence">{say('filter.only', { sentence: [kind, sentence].filter(Boolean).join(', ') })}</p>}
      <p class="row">
        <Downloads slug={slug} what="cases" formats={['csv', 'xlsx', 'json']} query={{ filter, kind }} />
      </p>
      {cases.length === 0 ? (
        <p class="notice">{say('bases.behind-none')}</p>
      ) : (
        <table class="source-table analysis-table">
          <thead>
            <tr>
              <th scope="col">{say('cases.name')}</th>
              <th scope="col">{say('cases.kind')}</th>
              <th scope="col" class="num">
                {say('nav.sources')}
              </th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <tr>
                <th scope="row">
                  <a href={`/projects/${slug}/cases/${one.id}`}>{one.name}</a>
                </th>
                <td data-label={say('cases.kind')}>{one.kind}</td>
                <td class="num" data-label={say('nav.sources')}>
                  {number(one.sources)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
