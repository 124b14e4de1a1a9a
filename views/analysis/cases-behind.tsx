import { useReader } from '../layout/reader.ts'
import { AnalysisHead } from './analysis-parts.tsx'

type Props = { slug: string; cases: readonly { id: number; name: string; kind: string; sources: number }[]; sentence: string; kind: string }

/** The cases that a number counts, each opening its page. */
export function CasesBehind({ slug, cases, sentence, kind }: Props) {
  const { say, number } = useReader()
  return (
    <>
      <AnalysisHead slug={slug} title={say('bases.behind')} lead={say('bases.behind-count', { n: cases.length })} />
      {(sentence || kind) && <p class="sentence">{say('filter.only', { sentence: [kind, sentence].filter(Boolean).join(', ') })}</p>}
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
                <td>{one.kind}</td>
                <td class="num">{number(one.sources)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
