import type { DraftText } from '../domain/import-draft.ts'
import { type Paragraph, paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import type { ReadSpan } from '../domain/read-source.ts'
import { Refusal } from '../domain/refusal.ts'
import { runsOf } from '../domain/span.ts'
import type { House } from '../storage/open.ts'
import { findDraft, findDraftSource } from './draft-folder.ts'

/** Paragraphs that one page shows; the plain text has them all. */
const SHOWN = 1500

/** The text of one file of a draft as it would be kept, each paragraph with who speaks in it. */
export async function readDraftText(house: House, projectId: number, draftId: string, n: number): Promise<DraftText> {
  const draft = await findDraft(house, projectId, draftId)
  if (!draft.files[n]) throw new Refusal('not-found', 'refusal.no-draft')
  const source = await findDraftSource(house, draft.id, n)
  const all = paragraphsOf(source.text).filter((paragraph) => paragraph.number !== null)
  const shown = all.slice(0, SHOWN)
  const over = spansOver(shown, source.spans)
  const speakers = new Map(source.speakers.map((speaker) => [speaker.label, speaker]))
  const paragraphs = shown.map((paragraph) => {
    const spans = over.get(paragraph) ?? []
    const turn = spans.find((span) => span.kind === 'turn')
    return {
      ...paragraph,
      speaker: (turn && speakers.get(turn.speaker!)) ?? null,
      begins: turn !== undefined && turn.start >= paragraph.start,
      runs: runsOf(paragraph, spans),
    }
  })
  return { title: source.title, text: source.text, paragraphs, of: all.length }
}

function spansOver(paragraphs: readonly Paragraph[], spans: readonly ReadSpan[]): Map<Paragraph, ReadSpan[]> {
  const over = new Map<Paragraph, ReadSpan[]>()
  for (const span of spans)
    for (const paragraph of paragraphsUnder(paragraphs, span)) {
      const known = over.get(paragraph)
      if (known) known.push(span)
      else over.set(paragraph, [span])
    }
  return over
}
