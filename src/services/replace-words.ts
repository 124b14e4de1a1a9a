import { around } from '../domain/around.ts'
import type { Change } from '../domain/carry.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { normaliseText } from '../domain/text.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import { listSpeakers } from '../storage/speakers.ts'
import { type ChangedText, changeText, type NewText, type TextWish } from './change-text.ts'
import { diffTexts } from './diff-texts.ts'
import { theSource } from './the-source.ts'

/** Which words, and what to put for them. `whole`: not inside longer words. Capitals make a difference. */
export type WordsWish = { find: string; to: string; whole: boolean }
/** Places shown before anything is replaced. */
const MOST_SHOWN = 20
const AROUND = 40

/** Put other words everywhere for some words of a source, as when a name must not be read: one act. Refused where they do not stand there. */
export async function replaceWords(house: House, wish: TextWish & WordsWish): Promise<ChangedText & { count: number }> {
  let count = 0
  const changed = await changeText(
    house,
    { ...wish, kind: 'replace-words' },
    async (_source, old) => {
      const { places, ...made } = withWords(old, wish)
      count = places.length
      return { ...made, about: { label: wish.find.trim(), count } }
    },
    (ledger, source) => renameSpeakers(ledger, source.id, wish),
  )
  return { ...changed, count }
}

/** A speaker is called in the project as in the text. A label that another speaker has already stays. */
async function renameSpeakers(ledger: Ledger, sourceId: number, wish: WordsWish): Promise<void> {
  const speakers = await listSpeakers(ledger.trx, sourceId)
  const labels = new Set(speakers.map(({ label }) => label))
  for (const { id, label } of speakers) {
    const { text } = replaced(label, wish)
    if (text.trim() === '' || labels.has(text)) continue
    await ledger.update('speaker', id, { label: text })
    labels.add(text)
  }
}

/** Where some words stand in a source, before they are replaced: how often, and the first places with what stands around them. */
export async function findWords(house: House, { projectId, sourceId, ...wish }: { projectId: number; sourceId: number } & WordsWish) {
  const source = await theSource(house.read, projectId, sourceId)
  const text = await textOfVersion(house.read, source)
  const places = placesOf(text, wish)
  const shown = places.slice(0, MOST_SHOWN).map((place) => {
    const { before, after } = around(text, place, AROUND)
    return { before: before.replace(/^.*\n/s, ''), after: after.replace(/\n.*$/s, '') }
  })
  return { source, count: places.length, shown }
}

function placesOf(text: string, { find, whole }: WordsWish): Span[] {
  const words = normaliseText(find).trim()
  if (words === '') throw new Refusal('invalid', 'refusal.words-missing')
  const literal = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+')
  const pattern = whole ? `(?<![\\p{L}\\p{N}\\p{M}])${literal}(?![\\p{L}\\p{N}\\p{M}])` : literal
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function withWords(old: string, wish: WordsWish): NewText & { places: Span[] } {
  const { text, places, size } = replaced(old, wish)
  if (places.length === 0) throw new Refusal('invalid', 'refusal.words-not-found', { words: wish.find.trim() })
  const changes: Change[] = places.map((place) => ({ ...place, size, ...(size === 0 ? {} : { standsFor: true }) }))
  const normal = normaliseText(text)
  return normal === text ? { text, changes, places } : { text: normal, changes: diffTexts(old, normal), places }
}

function replaced(old: string, wish: WordsWish): { text: string; places: Span[]; size: number } {
  const places = placesOf(old, wish)
  const to = normaliseText(wish.to).trim()
  let text = ''
  let at = 0
  for (const { start, end } of places) {
    text += old.slice(at, start) + to
    at = end
  }
  return { text: text + old.slice(at), places, size: to.length }
}
