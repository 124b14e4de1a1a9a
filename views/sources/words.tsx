import type { CodeNode } from '../../src/domain/code.ts'
import type { Coding } from '../../src/domain/coding.ts'
import { runsOf, type Span } from '../../src/domain/span.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'

type Props = { text: string; paragraph: TranscriptParagraph; codeOf: ReadonlyMap<number, CodeNode>; isOff?: (coding: Coding) => boolean }
type Layer = Span & { coding: Coding | null; kind?: 'label' | 'asked' }

/**
 * A paragraph's words in runs, marked by what lies over them; questions and preambles are set apart as `asked`. Its text content is exactly the paragraph's text: a speaker's
 * label stays in it, shown beside it by the style alone.
 */
export function Words({ text, paragraph, codeOf, isOff = () => false }: Props) {
  const layers: Layer[] = [
    ...paragraph.labels.map((span) => ({ ...span, coding: null, kind: 'label' as const })),
    ...paragraph.asked.map((span) => ({ ...span, coding: null, kind: 'asked' as const })),
    ...paragraph.codings.map((coding) => ({ ...coding.span, coding })),
  ]
  if (layers.length === 0) return <>{text.slice(paragraph.start, paragraph.end)}</>
  return (
    <>
      {runsOf(paragraph, layers).map((run) => {
        const words = text.slice(run.start, run.end)
        const codings = run.under.flatMap((layer) => layer.coding ?? [])
        const marked =
          codings.length > 0 ? (
            <mark
              class={runClass(
                codings.filter((coding) => !isOff(coding)),
                codeOf,
              )}
              data-codings={codings.map((coding) => coding.id).join(' ')}
            >
              {words}
            </mark>
          ) : (
            words
          )
        const isIn = (kind: Layer['kind']) => run.under.some((layer) => layer.kind === kind)
        if (isIn('label')) return <span class="label-in-text">{marked}</span>
        return isIn('asked') ? <span class="asked">{marked}</span> : marked
      })}
    </>
  )
}

/** `a`, `b`: the first two themes over the run; `many`: more than one; `n4`, `n6`: so many codings. Of those that are shown; showing.js counts alike. */
function runClass(codings: readonly Coding[], codeOf: ReadonlyMap<number, CodeNode>): string | undefined {
  if (codings.length === 0) return undefined
  const tones = [...new Set(codings.map((coding) => codeOf.get(coding.codeId)?.tone ?? 8))]
  const names = ['run', `a${tones[0]}`]
  if (tones[1]) names.push(`b${tones[1]}`, 'many')
  if (codings.length >= 6) names.push('n6')
  else if (codings.length >= 4) names.push('n4')
  return names.join(' ')
}
