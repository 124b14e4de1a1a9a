import { uncodedFrom } from '../../src/domain/side.ts'
import { Finish } from './side-jumps.tsx'
import { SideStatus } from './side-source.tsx'
import { StatusForm } from './source-bar.tsx'
import type { TranscriptView } from './transcript-view.ts'

/** What setting the status changes on the page of its source: the places that show it; the list in the bar only where it was not set there (`inBar`), for somebody stands in it. */
export function StatusSet({ of, inBar }: { of: TranscriptView; inBar: boolean }) {
  return (
    <>
      <hx-partial hx-target="#side-status" hx-swap="outerMorph">
        <SideStatus of={of} />
      </hx-partial>
      {inBar && (
        <hx-partial hx-target="#status-form" hx-swap="outerHTML">
          <StatusForm of={of} />
        </hx-partial>
      )}
      {uncodedFrom(of.text, of.paragraphs, of.codings, -1).left === 0 && (
        <hx-partial hx-target="#side-finish" hx-swap="outerMorph">
          <Finish of={of} />
        </hx-partial>
      )}
    </>
  )
}
