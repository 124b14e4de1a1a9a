import { flatten } from '../../src/domain/code.ts'
import { paragraphsUnder } from '../../src/domain/paragraph.ts'
import type { Span } from '../../src/domain/span.ts'
import { Toast } from '../layout/toast.tsx'
import { AllCount, CodebookTree, HereCount } from './codebook-tree.tsx'
import { OverviewBars } from './minimap.tsx'
import { Passage } from './passage.tsx'
import { PickerCodes, PickerParents } from './picker.tsx'
import { PinnedStrip } from './pinned-strip.tsx'
import { Progress } from './source-bar.tsx'
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
}

/** What an act changed on the page of a source, and nothing else: its paragraphs, the counts of its codes, the passage in focus, the toast. */
export function Touched({ of, spans, counts, toast, focus, open, newCode, pins }: Props) {
  const starts = new Set(spans.flatMap((span) => paragraphsUnder(of.paragraphs, span).map((one) => one.start)))
  const paragraphs = of.paragraphs.filter((one) => starts.has(one.start) && one.number !== null)
  const inFocus = of.paragraphs.find((one) => one.number === (focus ?? paragraphs[0]?.number))
  return (
    <>
      {newCode && (
        <>
          <hx-partial hx-target="#codebook" hx-swap="outerHTML">
            <CodebookTree of={of} />
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
      {paragraphs.map((paragraph) => (
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
      <hx-partial hx-target="#passage" hx-swap="innerHTML">
        <Passage of={of} paragraph={inFocus} open={open} />
      </hx-partial>
      <hx-partial hx-target="#toast" hx-swap="innerHTML">
        <Toast {...toast} />
      </hx-partial>
      <hx-partial hx-target="#notices" hx-swap="innerHTML" />
    </>
  )
}
