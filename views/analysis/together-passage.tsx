import { useReader } from '../layout/reader.ts'
import { CodeKey } from './code-key.tsx'

export type MarkedCode = { id: number; key: string; tone: number; depth: number; label: string; path: string }
export type ShownPassage = {
  source: { id: number; title: string }
  paragraph: number
  start: number
  end: number
  cases: readonly string[]
  runs: readonly { text: string; under: readonly number[] }[]
  before: string
  after: string
}

/** The chosen codes with their lines, so that the marks below can be told apart. */
export function MarkedCodes({ codes }: { codes: readonly MarkedCode[] }) {
  return (
    <p class="row small marked-codes">
      {codes.map((code) => (
        <CodeKey code={code} named />
      ))}
    </p>
  )
}

/** A passage in which several codes stand: what lies under which is washed and underlined, and a code's number stands where it begins. */
export function TogetherPassage({ slug, passage, codes }: { slug: string; passage: ShownPassage; codes: readonly MarkedCode[] }) {
  const { say } = useReader()
  const { source, paragraph, start, end, runs, before, after, cases } = passage
  return (
    <figure class="quotation co-passage">
      <blockquote>
        {before && <span class="context">{before}</span>}
        {runs.map((run, at) => (
          <Run run={run} before={runs[at - 1]?.under ?? []} codes={codes} />
        ))}
        {after && <span class="context">{after}</span>}
      </blockquote>
      <figcaption class="cite">
        <a href={`/projects/${slug}/sources/${source.id}?at=${start}-${end}#st-${paragraph}`}>
          {say('quotations.cite', { source: source.title, paragraph: `${paragraph}` })}
        </a>
        {cases.filter((one) => one !== source.title).join(', ')}
      </figcaption>
    </figure>
  )
}

function Run({ run, before, codes }: { run: ShownPassage['runs'][number]; before: readonly number[]; codes: readonly MarkedCode[] }) {
  if (run.under.length === 0) return <span class="context">{run.text}</span>
  const [first, second] = run.under.map((at) => codes[at]!)
  const begins = run.under.filter((at) => !before.includes(at)).map((at) => codes[at]!.key)
  const lines = `a${first!.tone}${second ? ` b${second.tone} many` : ''}`
  return (
    <mark class={`run ${lines}`} data-begins={begins.length > 0 ? begins.join(' + ') : undefined}>
      {run.text}
    </mark>
  )
}
