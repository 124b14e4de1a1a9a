import { carrier } from '../domain/carry.ts'
import { indexAt, type Paragraph, paragraphsOf } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Span, trimSpan } from '../domain/span.ts'
import type { House } from '../storage/open.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import type { Source } from '../storage/sources.ts'
import { diffTexts } from './diff-texts.ts'
import { theSource } from './the-source.ts'

export type ReadParagraph = { source: Source; paragraph: Paragraph; words: string }
type Where = { projectId: number; sourceId: number }

/** The words of a paragraph, by the number that people cite it by. */
export async function readParagraph(house: House, where: Where & { number: number }): Promise<ReadParagraph> {
  const { source, text } = await textOf(house, where)
  const paragraph = paragraphsOf(text).find(({ number }) => number === where.number)
  if (!paragraph) throw new Refusal('not-found', 'refusal.no-paragraph')
  return { source, paragraph, words: text.slice(paragraph.start, paragraph.end) }
}

/** The paragraph in which what stood in a paragraph of an earlier version stands now: for somebody who wrote while another corrected the text. */
export async function readParagraphNow(house: House, where: Where & { versionId: number; paragraph: Span }): Promise<ReadParagraph> {
  const { source, text } = await textOf(house, where)
  const old = await textOfVersion(house.read, { guid: source.guid, versionId: where.versionId })
  const carried = carrier(diffTexts(old, text))(trimSpan(old, where.paragraph))
  const there = carried.kind === 'carried' ? carried.span : carried.guess
  const paragraphs = paragraphsOf(text)
  const at = indexAt(paragraphs, Math.min(there?.start ?? where.paragraph.start, text.length))
  const paragraph = paragraphs.slice(at).find(({ number }) => number !== null) ?? paragraphs.findLast(({ number }) => number !== null)
  if (!paragraph) throw new Refusal('not-found', 'refusal.no-paragraph')
  return { source, paragraph, words: text.slice(paragraph.start, paragraph.end) }
}

async function textOf(house: House, { projectId, sourceId }: Where): Promise<{ source: Source; text: string }> {
  const source = await theSource(house.read, projectId, sourceId)
  return { source, text: await textOfVersion(house.read, source) }
}
