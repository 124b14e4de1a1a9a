import { paragraphsOf } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import type { Source } from '../storage/sources.ts'
import { listVersions, type Version } from '../storage/versions.ts'
import { diffTexts } from './diff-texts.ts'
import { theSource } from './the-source.ts'

/** Stretches of text one after another: what both have, what only the old has, what only the new has. */
type Stretch = { kind: 'same' | 'gone' | 'come'; words: string }
/** A line that differs, by the number that people cite it by in each text (null where it is not there). */
export type ComparedLine = { old: number | null; now: number | null; stretches: Stretch[] }
const MOST_LINES = 2000

/** Every text that a source has had, the newest first; `holds` is the id of the one that holds. */
export async function readVersions(house: House, projectId: number, sourceId: number): Promise<{ source: Source; versions: Version[] }> {
  const source = await theSource(house.read, projectId, sourceId)
  return { source, versions: await listVersions(house.read, source.guid) }
}

/** The text of one version, by its number. */
export async function readVersionText(house: House, where: { projectId: number; sourceId: number; number: number }): Promise<{ source: Source; text: string }> {
  const { source, versions } = await readVersions(house, where.projectId, where.sourceId)
  const version = versions.find(({ number }) => number === where.number)
  if (!version) throw new Refusal('not-found', 'refusal.no-version')
  return { source, text: await textOfVersion(house.read, { guid: source.guid, versionId: version.id }) }
}

/** Two versions of a source laid side by side: the lines that differ, at most 2,000, and how many there are. */
export async function compareVersions(house: House, where: { projectId: number; sourceId: number; from: number; to: number }) {
  const { source, text: old } = await readVersionText(house, { ...where, number: where.from })
  const { text: now } = await readVersionText(house, { ...where, number: where.to })
  return { source, ...compareTexts(old, now) }
}

/** The lines in which two texts differ, each with what went and what came. Lines without a change are left out. */
export function compareTexts(old: string, now: string): { lines: ComparedLine[]; total: number } {
  const stretches: (Stretch & { old: number; now: number })[] = []
  let at = 0
  let to = 0
  const put = (kind: Stretch['kind'], words: string) => {
    if (words !== '') stretches.push({ kind, words, old: at, now: to })
    if (kind !== 'come') at += words.length
    if (kind !== 'gone') to += words.length
  }
  for (const { start, end, size } of diffTexts(old, now)) {
    put('same', old.slice(at, start))
    put('gone', old.slice(start, end))
    put('come', now.slice(to, to + size))
  }
  put('same', old.slice(at))
  const lines = linesWithChanges(stretches, old, now)
  return { lines: lines.slice(0, MOST_LINES), total: lines.length }
}

function linesWithChanges(stretches: readonly (Stretch & { old: number; now: number })[], old: string, now: string): ComparedLine[] {
  const numbers = { old: numberAt(old), now: numberAt(now) }
  const lines: ComparedLine[] = []
  let line: ComparedLine & { changed: boolean } = { old: null, now: null, stretches: [], changed: false }
  const close = () => {
    if (line.changed) lines.push({ old: line.old, now: line.now, stretches: line.stretches })
    line = { old: null, now: null, stretches: [], changed: false }
  }
  for (const { kind, words, old: at, now: to } of stretches) {
    let within = 0
    for (const part of words.split(/(?<=\n)/)) {
      if (kind !== 'come') line.old ??= numbers.old(at + within)
      if (kind !== 'gone') line.now ??= numbers.now(to + within)
      line.stretches.push({ kind, words: part.replace(/\n$/, '') || (kind === 'same' ? '' : '¶') })
      if (kind !== 'same') line.changed = true
      within += part.length
      if (part.endsWith('\n') && kind === 'same') close()
    }
  }
  close()
  return lines
}

/** The number of the paragraph at an offset; asked in the order of the text. */
function numberAt(text: string): (offset: number) => number | null {
  const paragraphs = paragraphsOf(text)
  let at = 0
  return (offset) => {
    while (at < paragraphs.length - 1 && paragraphs[at + 1]!.start <= offset) at++
    return paragraphs[at]!.number
  }
}
