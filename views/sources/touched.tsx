import { flatten } from '../../src/domain/code.ts'
import { paragraphsUnder } from '../../src/domain/paragraph.ts'
import type { Span } from '../../src/domain/span.ts'
import { Toast } from '../layout/toast.tsx'
import { AllCount, CodebookTree, HereCount } from './codebook-tree.tsx'
import { OverviewBars } from './minimap.tsx'
import { Passage } from './passage.tsx'
import { PickerCodes, PickerParents } from './picker.tsx'
import { PinnedStrip } from './pinned-strip.tsx'
import { type Others, SaidOfOthers } from './said-of-others.tsx'
import { Progress, StatusForm } from './source-bar.tsx'
import type { TranscriptView } from './transcript-view.ts'
import { Turn } from './turn.tsx'

type Props = {
  of: TranscriptView
  spans: readonly Span[]
  /** Quotations in all the project, of the codes that the act touched. */
  counts: ReadonlyMap<number, number>
  toast: { said: string; undoTo?: string; redoTo?: string }
  focus?: number | undefined
  open?: number | undefined
  newCode?: boolean | undefined
  pins?: boolean | undefined
  /** Where the act itself touched the text; else all of `spans`. */
  own?: readonly Span[] | undefined
  others?: Others | undefined
}

/** What an act changed on the page of a source, and nothing else: its paragraphs, the counts of its codes, the passage in focus, the toast. */
export function Touched({ toast, focus, open, own, others, ...drawn }: Props) {
  const { of } = drawn
  const inFocus = of.paragraphs.find((one) => one.number === (focus ?? paragraphsOn(of, own ?? drawn.spans)[0]?.number))
  return (
    <>
      <Drawn {...drawn} />
      <hx-partial hx-target="#passage" hx-swap="innerHTML">
        <Passage of={of} paragraph={inFocus} open={open} />
      </hx-partial>
      <hx-partial hx-target="#toast" hx-swap="innerHTML">
        <Toast {...toast} />
      </hx-partial>
      <hx-partial hx-target="#notices" hx-swap="innerHTML" />
      {others && <SaidOfOthers of={of} others={others} />}
    </>
  )
}

/** The numbered paragraphs that lie under any of the spans. */
function paragraphsOn(of: TranscriptView, spans: readonly Span[]) {
  const starts = new Set(spans.flatMap((span) => paragraphsUnder(of.paragraphs, span).map((one) => one.start)))
  return of.paragraphs.filter((one) => starts.has(one.start) && one.number !== null)
}

/** Paragraphs, counts and what stands for all of the source, as pieces that find their places on the page. */
export function Drawn({ of, spans, counts, newCode, pins }: Pick<Props, 'of' | 'spans' | 'counts' | 'newCode' | 'pins'>) {
  return (
    <>
      {newCode && (
        <>
          <hx-partial hx-target="#codebook" hx-swap="outerMorph">
            <CodebookTree of={of} counts={counts} />
          </hx-partial>
          <hx-partial hx-target="#picker-codes" hx-swap="outerHTML">
            <PickerCodes of={of} />
          </hx-partial>
          <hx-partial hx-target="#pick-parent" hx-swap="outerHTML">
            <PickerParents of={of} />
          </hx-partial>
        </>
      )}
      {pins && (
        <hx-partial hx-target="#pins" hx-swap="outerMorph">
          <PinnedStrip of={of} />
        </hx-partial>
      )}
      {paragraphsOn(of, spans).map((paragraph) => (
        <hx-partial hx-target={`#st-${paragraph.number}`} hx-swap="outerMorph">
          <Turn of={of} paragraph={paragraph} />
        </hx-partial>
      ))}
      {flatten(of.tree)
        .filter((code) => counts.has(code.id))
        .map((code) => (
          <>
            <hx-partial hx-target={`#here-${code.id}`} hx-swap="outerHTML">
              <HereCount code={code} count={of.here.get(code.id) ?? 0} />
            </hx-partial>
            <hx-partial hx-target={`#all-${code.id}`} hx-swap="outerHTML">
              <AllCount code={code} count={counts.get(code.id)!} />
            </hx-partial>
          </>
        ))}
      <hx-partial hx-target="#overview" hx-swap="outerHTML">
        <OverviewBars of={of} />
      </hx-partial>
      <hx-partial hx-target="#progress" hx-swap="outerHTML">
        <Progress of={of} />
      </hx-partial>
      <hx-partial hx-target="#status-form" hx-swap="outerMorph">
        <StatusForm of={of} />
      </hx-partial>
    </>
  )
}
