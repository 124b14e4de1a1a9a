import type { DraftText, MendedSpan } from '../../domain/import-draft.ts'
import { type Paragraph, paragraphsOf, paragraphsUnder } from '../../domain/paragraph.ts'
import { placesOfRepairs } from '../../domain/places-of-repairs.ts'
import type { Repair } from '../../domain/read-notes.ts'
import type { ReadSpan } from '../../domain/read-source.ts'
import { Refusal } from '../../domain/refusal.ts'
import { wishKeys } from '../../domain/source-wish.ts'
import { runsOf } from '../../domain/span.ts'
import type { Unsaved } from '../../domain/understand.ts'
import type { House } from '../../storage/open.ts'
import { findDraft, pathsOf, readJson } from './draft-folder.ts'
import { findWishes, linesAt } from './draft-state.ts'

/** Paragraphs that one page shows; the plain text has them all. */
const SHOWN = 1500

/** The text of one source of a draft's file as it would be kept, each paragraph with who speaks in it and what was mended. */
export async function readDraftText(house: House, projectId: number, draftId: string, n: number, nth: number): Promise<DraftText> {
  const draft = await findDraft(house, projectId, draftId)
  const wishes = (await findWishes(house, draft.id))[n]
  const { source, sources, key } = await findSource(house, draft.id, draft.files[n] ? n : -1, nth)
  const all = paragraphsOf(source.text).filter((paragraph) => paragraph.number !== null)
  const shown = all.slice(0, SHOWN)
  const mended = placesOfRepairs((await readJson<Repair[]>(pathsOf(house, draft.id).repairs(n))) ?? [], source)
  const over = spansOver(shown, [...source.spans, ...mended])
  const speakers = new Map(source.speakers.map((speaker) => [speaker.label, speaker]))
  const paragraphs = shown.map((paragraph) => {
    const spans = over.get(paragraph) ?? []
    const turn = spans.find((span): span is ReadSpan => span.kind === 'turn')
    return {
      ...paragraph,
      speaker: (turn && speakers.get(turn.speaker!)) ?? null,
      begins: turn !== undefined && turn.start >= paragraph.start,
      runs: runsOf(paragraph, spans),
    }
  })
  return { title: wishes?.sources[key]?.title ?? source.title, text: source.text, paragraphs, of: all.length, nth, sources }
}

async function findSource(house: House, id: string, n: number, nth: number): Promise<{ source: Unsaved; sources: number; key: string }> {
  let found: Unsaved | undefined
  const titles: string[] = []
  for await (const source of linesAt<Unsaved>(pathsOf(house, id).sources(n))) {
    if (titles.length === nth) found = source
    titles.push(source.title)
  }
  if (!found) throw new Refusal('not-found', 'refusal.no-draft')
  return { source: found, sources: titles.length, key: wishKeys(titles)[nth]! }
}

type Shown = ReadSpan | MendedSpan
function spansOver(paragraphs: readonly Paragraph[], spans: readonly Shown[]): Map<Paragraph, Shown[]> {
  const over = new Map<Paragraph, Shown[]>()
  for (const span of spans)
    for (const paragraph of paragraphsUnder(paragraphs, span)) {
      const known = over.get(paragraph)
      if (known) known.push(span)
      else over.set(paragraph, [span])
    }
  return over
}
