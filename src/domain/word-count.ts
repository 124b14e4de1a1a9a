import type { SourceLanguage } from './source.ts'
import { type Span, unionOf } from './span.ts'
import { isStopWord } from './stop-words/stop-words.ts'
import { wordsOf } from './word.ts'

/** A source's text and the stretches of it to count, each with the units (cases, else sources) that it counts for. Stretches may overlap. */
export type CountedText = { sourceId: number; language: SourceLanguage; text: string; stretches: readonly (Span & { units: readonly number[] })[] }

/** A word as it stands in a text. */
export type Occurrence = Span & { sourceId: number; units: readonly number[] }

/** Inflected forms counted as one word. `word` is its commonest form; `units`: in how many of the cases it is said. */
type CountedWord = { word: string; forms: string[]; count: number; units: number }

/** The stem of a word in lower case, given by the search room. */
export type Stem = (word: string, language: SourceLanguage) => string

/** All words: how many stood there before the stop words were left out, and those that were counted, the commonest first. */
export type WordCount = { words: CountedWord[]; total: number }

/** A word in several groups of texts that are held against each other, with its numbers in each. */
export type ComparedWord = { word: string; forms: string[]; sides: { count: number; units: number }[] }

/** Count the words under the union of the stretches: a word is counted once however many stretches lie over it. */
export function countWordsIn(texts: readonly CountedText[], stem: Stem): WordCount {
  const { words, totals } = countSides([texts], stem)
  return { words: words.map(({ word, forms, sides }) => ({ word, forms, ...sides[0]! })), total: totals[0]! }
}

/** Count several groups of texts by the same words: which forms are one word is decided over all of them, so that their numbers can be compared. `run`: so many words that stand together are one; they begin and end with words that are counted, and no sign parts them. */
export function countSides(sides: readonly (readonly CountedText[])[], stem: Stem, run = 1): { words: ComparedWord[]; totals: number[] } {
  const groups = new Map<string, Group>()
  const keys = new Map<string, string>()
  const totals = sides.map((texts, at) => {
    let total = 0
    for (const text of texts)
      total += eachWord(
        text,
        ({ form, raw, units }) => {
          const key =
            keys.get(form) ??
            form
              .split(' ')
              .map((part) => stem(plainOf(part), text.language))
              .join(' ')
          keys.set(form, key)
          const group = groups.get(key) ?? { forms: new Map(), sides: sides.map(() => ({ count: 0, units: new Set<number>() })), language: text.language }
          groups.set(key, group)
          const side = group.sides[at]!
          side.count++
          for (const unit of units) side.units.add(unit)
          const spellings = group.forms.get(form) ?? new Map<string, number>()
          group.forms.set(form, spellings)
          spellings.set(raw, (spellings.get(raw) ?? 0) + 1)
        },
        run,
      )
    return total
  })
  return { words: merge(groups).map(toWord).sort(commonestFirst), totals }
}

/** How often each form of a word that is counted stands in some texts, and how many words there are. */
export function countForms(texts: readonly CountedText[], run = 1): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>()
  let total = 0
  for (const text of texts) total += eachWord(text, ({ form }) => void counts.set(form, (counts.get(form) ?? 0) + 1), run)
  return { counts, total }
}

/** Every place where one of the forms stands: exactly as many as `countWordsIn` counted for the word of those forms. In the order of the texts. */
export function occurrencesOf(texts: readonly CountedText[], forms: readonly string[], run = 1): Occurrence[] {
  const wanted = new Set(forms)
  const found: Occurrence[] = []
  for (const text of texts)
    eachWord(
      text,
      ({ form, start, end, units }) => {
        if (wanted.has(form)) found.push({ sourceId: text.sourceId, start, end, units })
      },
      run,
    )
  return found
}

/** The form that words are compared by: lower case, straight apostrophes, no soft hyphens. */
export function formOf(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replaceAll('\u00ad', '')
}

type Group = { forms: Map<string, Map<string, number>>; sides: { count: number; units: Set<number> }[]; language: SourceLanguage }
type Visit = (word: { form: string; raw: string; start: number; end: number; units: readonly number[] }) => void

/** @returns how many words there were, stop words among them */
function eachWord({ text, language, stretches }: CountedText, visit: Visit, run = 1): number {
  const ordered = [...stretches].sort((a, b) => a.start - b.start)
  let next = 0
  let total = 0
  let open: typeof ordered = []
  for (const part of unionOf(stretches)) {
    let last: Last[] = []
    for (const { word, start, end } of wordsOf(text.slice(part.start, part.end), part.start)) {
      if (isCut(text, start, part.start) || isCut(text, end, part.end)) continue
      total++
      const form = countedForm(word, language)
      if (run > 1) last = [...(last.length > 0 && areTogether(text, last.at(-1)!.end, start) ? last : []), { word, form, start, end }].slice(-run)
      if (form === null) continue
      if (run > 1 && (last.length < run || last[0]!.form === null)) continue
      while (next < ordered.length && ordered[next]!.start < end) open.push(ordered[next++]!)
      open = open.filter((stretch) => stretch.end > start)
      const units = open.length === 1 ? open[0]!.units : [...new Set(open.flatMap((stretch) => stretch.units))]
      visit(run > 1 ? { ...joined(text, last), units } : { form, raw: word, start, end, units })
    }
  }
  return total
}

type Last = { word: string; form: string | null; start: number; end: number }

function joined(text: string, words: readonly Last[]): { form: string; raw: string; start: number; end: number } {
  const [start, end] = [words[0]!.start, words.at(-1)!.end]
  return { form: words.map(({ word }) => formOf(word)).join(' '), raw: text.slice(start, end).replace(/\s+/g, ' '), start, end }
}

/** Nothing but a space, or a break within a paragraph's line, stands between two words. */
function areTogether(text: string, end: number, start: number): boolean {
  return /^[ \t\u00a0]+$/.test(text.slice(end, start))
}

/** The form of a word that is counted; null for stop words, single letters and what has no letter. Remembered: a language has few words and a corpus many. */
function countedForm(word: string, language: SourceLanguage): string | null {
  const memory = remembered[language]
  const known = memory.get(word)
  if (known !== undefined) return known
  const form = formOf(word)
  const counted = form.length < 2 || !/\p{L}/u.test(form) || isStopWord(form, language) ? null : form
  if (memory.size >= MOST_REMEMBERED) memory.clear()
  memory.set(word, counted)
  return counted
}
const MOST_REMEMBERED = 300_000
const remembered: Record<SourceLanguage, Map<string, string | null>> = { sv: new Map(), nb: new Map(), nn: new Map(), en: new Map() }

/** A stretch that ends inside a word does not hold that word. */
function isCut(text: string, at: number, edge: number): boolean {
  return at === edge && /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))
}

/** Co-working is coworking, EU:s is EU. */
function plainOf(form: string): string {
  return form.replace(/[:'](s|n|en|et|t|ar|er)$/, '').replace(/[-·‐‑]/g, '')
}

/** Groups that the stemmer kept apart, put together on the evidence of the forms themselves. */
function merge(groups: Map<string, Group>): Group[] {
  const keyOf = new Map<string, string>()
  for (const [key, { forms }] of groups) for (const form of forms.keys()) keyOf.set(form, key)
  const homeOf = new Map<string, string>()
  for (const [key, { language }] of groups) {
    const home = barestOf(key, language)
      .map((form) => keyOf.get(form) ?? (groups.has(form) ? form : undefined))
      .find((one) => one !== undefined && one !== key)
    if (home) homeOf.set(key, home)
  }
  const merged = new Map<string, Group>()
  for (const [key, group] of groups) {
    const home = lastHome(key, homeOf)
    const into = merged.get(home)
    if (into) join(into, group)
    else merged.set(home, group)
  }
  return [...merged.values()]
}

/**
 * Bare forms that a stem may be the inflection of, if they are said too. Snowball cuts some bare words too short (plats to
 * plat, platsen to plats), and leaves some Swedish definite forms whole (huset, området, åren; veckan).
 */
function barestOf(key: string, language: SourceLanguage): string[] {
  if (language !== 'sv') return [key]
  return [key, ...(/..e[tn]$/.test(key) ? [key.slice(0, -2), key.slice(0, -1)] : []), ...(/...an$/.test(key) ? [key.slice(0, -1)] : [])]
}

/** Where following the homes ends; in a circle, its first name in order. */
function lastHome(key: string, homeOf: ReadonlyMap<string, string>): string {
  const path = [key]
  for (let at = homeOf.get(key); at !== undefined; at = homeOf.get(at)) {
    const seen = path.indexOf(at)
    if (seen >= 0) return path.slice(seen).sort(compare)[0]!
    path.push(at)
  }
  return path.at(-1)!
}

function join(into: Group, group: Group): void {
  for (const [at, { count, units }] of group.sides.entries()) {
    const side = into.sides[at]!
    side.count += count
    for (const unit of units) side.units.add(unit)
  }
  for (const [form, spellings] of group.forms) {
    const known = into.forms.get(form)
    if (!known) into.forms.set(form, spellings)
    else for (const [raw, n] of spellings) known.set(raw, (known.get(raw) ?? 0) + n)
  }
}

function toWord({ forms, sides }: Group): ComparedWord {
  const sizes = [...forms].map(([form, spellings]) => ({ form, spellings, n: [...spellings.values()].reduce((sum, one) => sum + one, 0) }))
  sizes.sort((a, b) => b.n - a.n || compare(a.form, b.form))
  const [spelling] = [...sizes[0]!.spellings].sort((a, b) => b[1] - a[1] || compare(b[0], a[0]))[0]!
  return { word: spelling, forms: sizes.map(({ form }) => form), sides: sides.map(({ count, units }) => ({ count, units: units.size })) }
}

function commonestFirst(a: ComparedWord, b: ComparedWord): number {
  const sum = ({ sides }: ComparedWord, of: 'count' | 'units') => sides.reduce((total, side) => total + side[of], 0)
  return sum(b, 'count') - sum(a, 'count') || sum(b, 'units') - sum(a, 'units') || compare(a.word, b.word)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
