import type { FoundHabit, OffsetHabit } from '../domain/exchanged.ts'
import type { Span } from '../domain/span.ts'
import { normaliseText } from '../domain/text.ts'
import { ORIGIN } from './refi-own.ts'

/** A selection as a file has it: numbers that may mean anything, and the name that often holds its first words. */
export type RawSelection = { readonly start: number; readonly end: number; readonly name: string }
export type Selected = { readonly text: string; readonly selections: readonly RawSelection[] }

/** Selections that are looked at to find out how a file counts. */
const MOST = 2000
const habits: readonly OffsetHabit[] = [false, true].flatMap((inclusive) =>
  (['code-points', 'utf16'] as const).flatMap((unit) => ([2, 1] as const).map((crlf) => ({ unit, crlf, inclusive }))),
)

/**
 * How a file counts, which programs do differently whatever the standard says: as its selections' names read, else as their
 * edges fall between words, else as the program that wrote it is known to, else by the standard. Our own files say nothing by their edges:
 * they count by the standard, and a passage of ours may begin within a word.
 */
export function findHabit(sources: readonly Selected[], origin: string): FoundHabit {
  const shown = someOf(sources)
  const of = shown.reduce((sum, { selections }) => sum + selections.length, 0)
  const usual = habitOfOrigin(origin)
  const first = usual ?? habits[0]!
  const order = [first, ...habits.filter((one) => !sameHabit(one, first))]
  const signs = [['words', wordsAgree] as const, ['edges', edgesAgree] as const]
  for (const [by, score] of origin === ORIGIN ? signs.slice(0, 1) : signs) {
    const scores = order.map((habit) => ({ habit, agree: count(shown, habit, score) }))
    const most = Math.max(...scores.map(({ agree }) => agree))
    const best = scores.filter(({ agree }) => agree === most)
    const speaks = by === 'words' ? most > 0 : best.length < order.length && most * 2 >= of
    if (speaks) return { ...best[0]!.habit, by, agree: most, of }
  }
  return { ...first, by: usual ? 'origin' : 'standard', agree: 0, of }
}

function someOf(sources: readonly Selected[]): Selected[] {
  let left = MOST
  return sources.flatMap(({ text, selections }) => {
    const some = selections.slice(0, left)
    left -= some.length
    return some.length > 0 ? [{ text, selections: some }] : []
  })
}

function habitOfOrigin(origin: string): OffsetHabit | undefined {
  if (/nvivo/i.test(origin)) return { unit: 'utf16', crlf: 2, inclusive: false }
  if (/atlas/i.test(origin)) return { unit: 'code-points', crlf: 1, inclusive: false }
  if (/potato/i.test(origin)) return { unit: 'code-points', crlf: 2, inclusive: true }
  return /utsaga|qualcoder/i.test(origin) ? habits[0] : undefined
}

function sameHabit(a: OffsetHabit, b: OffsetHabit): boolean {
  return a.unit === b.unit && a.crlf === b.crlf && a.inclusive === b.inclusive
}

function count(sources: readonly Selected[], habit: OffsetHabit, agrees: (text: string, span: Span, name: string) => boolean): number {
  let agree = 0
  for (const { text, selections } of sources) {
    const place = placer(text, habit)
    for (const { start, end, name } of selections) {
      const span = place(start, end)
      if (span && agrees(text, span, name)) agree++
    }
  }
  return agree
}

/** Whether the name is the words, or how they begin. */
function wordsAgree(text: string, { start, end }: Span, name: string): boolean {
  const told = plain(name)
  const whole = told.replace(/(…|\.\.\.)$/, '').trim()
  if (whole.length < 3) return false
  const words = plain(text.slice(start, Math.min(end, start + name.length * 3 + 40)))
  if (words === told) return plain(text.slice(start, end)) === told
  return words.startsWith(whole) && (whole !== told || told.length >= 40)
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Whether no word is cut by either end. */
function edgesAgree(text: string, { start, end }: Span): boolean {
  const letter = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at))
  return !(letter(start - 1) && letter(start)) && !(letter(end - 1) && letter(end))
}

/** Where a selection lies in a text, in UTF-16 units, when it is counted so; undefined where it is not in it. */
export function placer(text: string, { unit, crlf, inclusive }: OffsetHabit): (start: number, end: number) => Span | undefined {
  const at = unitPlaces(text, unit, crlf)
  return (start, end) => {
    const from = at(start)
    const to = at(inclusive ? end + 1 : end)
    return from === undefined || to === undefined || to < from ? undefined : { start: from, end: to }
  }
}

/** From a count of units to UTF-16 units. */
function unitPlaces(text: string, unit: OffsetHabit['unit'], crlf: 1 | 2): (offset: number) => number | undefined {
  const narrow = unit === 'utf16' || !/[\ud800-\udbff]/.test(text)
  const whole = (offset: number) => Number.isInteger(offset) && offset >= 0
  if (narrow && (crlf === 2 || !text.includes('\r\n'))) return (offset) => (whole(offset) && offset <= text.length ? offset : undefined)
  const places = new Uint32Array(text.length + 1)
  let units = 0
  for (let at = 0; at < text.length; units++) {
    places[units] = at
    const pair = unit === 'code-points' && text.codePointAt(at)! > 0xffff
    at += pair || (crlf === 1 && text.startsWith('\r\n', at)) ? 2 : 1
  }
  places[units] = text.length
  return (offset) => (whole(offset) && offset <= units ? places[offset] : undefined)
}

/** Offsets of UTF-16 units as code points, for many offsets of one text. */
export function codePointsOf(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset
  const places = new Uint32Array(text.length + 1)
  let points = 0
  for (let at = 0; at < text.length; points++) {
    const size = text.codePointAt(at)! > 0xffff ? 2 : 1
    for (let unit = 0; unit < size; unit++) places[at + unit] = points
    at += size
  }
  places[text.length] = points
  return (offset) => places[offset]!
}

/** Where offsets of a text as it came lie in the text as it is kept. */
export function normalisedPlaces(raw: string, text: string, offsets: Iterable<number>): Map<number, number> {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b)
  if (raw === text) return new Map(sorted.map((offset) => [offset, offset]))
  const places = new Map<number, number>()
  let from = 0
  let length = 0
  let joined = ''
  for (const offset of [...sorted, raw.length]) {
    const piece = pieceOf(raw, from, offset)
    joined += piece
    length += piece.length
    places.set(offset, length)
    from = offset
  }
  if (joined === text) return places
  // A piece began with a mark that belongs to the letter before it: each place is then counted from the beginning.
  return new Map(sorted.map((offset) => [offset, Math.min(text.length, normaliseText(raw.slice(0, offset)).length)]))
}

/** A piece normalised by itself: half a line end, and a mark that is only dropped at the beginning of a text, are counted with the piece before. */
function pieceOf(raw: string, from: number, to: number): string {
  const half = raw[from - 1] === '\r' && raw[from] === '\n' ? 1 : 0
  const piece = raw.slice(from + half, to)
  return from === 0 ? normaliseText(piece) : normaliseText(`.${piece}`).slice(1)
}
