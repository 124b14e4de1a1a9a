import type { CodeNode } from '../../src/domain/code.ts'
import type { Coding } from '../../src/domain/coding.ts'
import { runsOf, type Span } from '../../src/domain/span.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: Pick<TranscriptView, 'text' | 'codeOf' | 'coderOf'>; paragraph: TranscriptParagraph; isOff?: (coding: Coding) => boolean }
type Layer = Span & { coding: Coding | null; kind?: 'label' | 'asked' }

/**
 * A paragraph's words in runs, marked by what lies over them; questions and preambles are set apart as `asked`. Its text content is exactly the paragraph's text: a speaker's
 * label stays in it, shown beside it by the style alone. Where a coding begins and ends is said to screen readers by attributes that the style
 * reads out (`content: '' / attr()`), for nothing else may stand in the words.
 */
export function Words({ of, paragraph, isOff = () => false }: Props) {
  const { text, codeOf } = of
  const said = useEdgesSaid(of)
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
              {...said(codings, run, paragraph)}
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

/** What is said where codings begin and end: "coded Recruitment, by Anna, begins". In a paragraph further on they go on; only their last ends them. */
function useEdgesSaid({ codeOf, coderOf }: Props['of']): (codings: readonly Coding[], run: Span, paragraph: Span) => Record<string, string> {
  const { say, coderName } = useReader()
  const saidOf = (key: 'begins' | 'goes-on' | 'ends', { codeId, coderId }: Coding) =>
    say(`source.coding-${key}`, { code: codeOf.get(codeId)?.label ?? '?', coder: coderName(coderOf.get(coderId)?.name ?? '?') })
  return (codings, run, paragraph) => {
    const begins = codings.flatMap((coding) => {
      if (coding.span.start === run.start) return saidOf('begins', coding)
      return run.start === paragraph.start && coding.span.start < run.start ? saidOf('goes-on', coding) : []
    })
    const ends = codings.filter((coding) => coding.span.end === run.end).map((coding) => saidOf('ends', coding))
    return { ...(begins.length > 0 && { 'data-begins': `${begins.join('; ')}: ` }), ...(ends.length > 0 && { 'data-ends': ` (${ends.join('; ')}) ` }) }
  }
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
