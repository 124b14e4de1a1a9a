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
        // Plain loops: a long source has thousands of runs under many codings each.
        const codings: Coding[] = []
        const shown: Coding[] = []
        let ids = ''
        let apart: string | undefined
        for (const { coding, kind } of run.under) {
          if (!coding) {
            if (apart !== 'label-in-text') apart = kind === 'label' ? 'label-in-text' : 'asked'
            continue
          }
          codings.push(coding)
          if (!isOff(coding)) shown.push(coding)
          ids += ids === '' ? coding.id : ` ${coding.id}`
        }
        if (codings.length === 0) return apart ? <span class={apart}>{words}</span> : words
        const { begins, ends } = said(codings, run, paragraph)
        const marked = (
          <mark class={runClass(shown, codeOf)} data-codings={ids} data-begins={begins} data-ends={ends}>
            {words}
          </mark>
        )
        return apart ? <span class={apart}>{marked}</span> : marked
      })}
    </>
  )
}

type Edges = { begins: string | undefined; ends: string | undefined }

/** What is said where codings begin and end: "coded Recruitment, by Anna, begins". In a paragraph further on they go on; only their last ends them. */
function useEdgesSaid({ codeOf, coderOf }: Props['of']): (codings: readonly Coding[], run: Span, paragraph: Span) => Edges {
  const { say, coderName } = useReader()
  const saidOf = (key: 'begins' | 'goes-on' | 'ends', { codeId, coderId }: Coding) =>
    say(`source.coding-${key}`, { code: codeOf.get(codeId)?.label ?? '?', coder: coderName(coderOf.get(coderId)?.name ?? '?') })
  return (codings, run, paragraph) => {
    let begins = ''
    let ends = ''
    for (const coding of codings) {
      const { start, end } = coding.span
      const way = start === run.start ? 'begins' : run.start === paragraph.start && start < run.start ? 'goes-on' : undefined
      if (way) begins += `${begins && '; '}${saidOf(way, coding)}`
      if (end === run.end) ends += `${ends && '; '}${saidOf('ends', coding)}`
    }
    return { begins: begins ? `${begins}: ` : undefined, ends: ends ? ` (${ends}) ` : undefined }
  }
}

/** `a`, `b`: the first two themes over the run; `many`: more than one; `n4`, `n6`: so many codings. Of those that are shown; showing.js counts alike. */
function runClass(codings: readonly Coding[], codeOf: ReadonlyMap<number, CodeNode>): string | undefined {
  if (codings.length === 0) return undefined
  const first = toneOf(codings[0]!, codeOf)
  let second = first
  for (let at = 1; at < codings.length && second === first; at++) second = toneOf(codings[at]!, codeOf)
  const many = second === first ? '' : ` b${second} many`
  return `run a${first}${many}${codings.length >= 6 ? ' n6' : codings.length >= 4 ? ' n4' : ''}`
}

const toneOf = ({ codeId }: Coding, codeOf: ReadonlyMap<number, CodeNode>) => codeOf.get(codeId)?.tone ?? 8
