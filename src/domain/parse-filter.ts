import type { Clause, Comparison, Filter, NamedKey } from './filter.ts'
import { choiceOf, choicesSaid, type FilterKey, filterKeyOf, isChoiceKey, isOwnKey, NOT_WORD, OR_WORD } from './filter-words.ts'
import { Refusal } from './refusal.ts'
import { wordsOf } from './word.ts'

const namedKeys = new Set<FilterKey>(['code', 'case', 'source', 'speaker', 'question', 'coder'] satisfies NamedKey[])
const DEEPEST = 50
const LONGEST = 50_000
const KEY = /[\p{L}\p{N}_.-]+/uy
const SIGN = /:\s*(?:(?:>=|<=|>|<)\s*)?|(?:>=|<=|>|<)\s*/y
/** A number as it is written with spaces between its thousands: 20 000, 1 234,5. */
const SPACED = /[-−]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?=\.\.|[\s()]|$)/y
/** A word, also with * or ~, in one piece; words within quotation marks of any kind, also near each other. */
const WORDS = /["“”„«»][^"“”„«»]*["“”„«»](?:~\d{0,3})?|[^\s()"“”„«»]+/uy

/** Read the text form of a filter. What can't be read is refused with its place: the character at which reading stopped, from 1. */
export function parseFilter(text: string): Filter {
  if (text.length > LONGEST) throw new Refusal('invalid', 'refusal.filter-too-long', { most: LONGEST })
  const reading = new Reading(text)
  const filter = reading.alternatives(0)
  reading.end()
  return filter
}

/** Read the one condition that begins at an offset. Refuses as `parseFilter` does. `end`: where it ends. */
export function readClause(text: string, at: number): { clause: Clause; end: number } {
  const reading = new Reading(text)
  reading.at = at
  return { clause: reading.clause(), end: reading.at }
}

/** A condition of a text and where it stands there. */
type PlacedClause = { readonly clause: Clause; readonly start: number; readonly end: number }

/** The conditions of a filter's text with their places, in order; none where it can't be read. */
export function placedClauses(text: string): PlacedClause[] {
  const reading = new Reading(text.slice(0, LONGEST))
  try {
    reading.alternatives(0)
    reading.end()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return reading.placed
}

/** One pass over the text, from left to right. */
class Reading {
  readonly text: string
  readonly placed: PlacedClause[] = []
  at = 0

  constructor(text: string) {
    this.text = text
  }

  alternatives(depth: number): Filter {
    if (depth > DEEPEST) this.refuse('refusal.filter-too-deep')
    const start = this.at
    const any = [this.sequence(depth)]
    if (this.sees(OR_WORD) && this.text.slice(start, this.at).trim() === '') this.refuse('refusal.filter-or')
    while (this.take(OR_WORD)) {
      any.push(this.part(depth))
    }
    return any.length === 1 ? any[0]! : { any }
  }

  part(depth: number): Filter {
    const from = this.at
    const filter = this.sequence(depth)
    return this.text.slice(from, this.at).trim() === '' ? this.refuse('refusal.filter-or') : filter
  }

  sequence(depth: number): Filter {
    const all: Filter[] = []
    for (this.space(); this.at < this.text.length && this.text[this.at] !== ')' && !this.sees(OR_WORD); this.space()) all.push(this.one(depth))
    return all.length === 1 ? all[0]! : { all }
  }

  one(depth: number): Filter {
    if (this.take(NOT_WORD) || this.take(/-/y)) {
      if (depth > DEEPEST) this.refuse('refusal.filter-too-deep')
      this.space()
      if (this.at >= this.text.length || this.text[this.at] === ')') this.refuse('refusal.filter-syntax')
      return { not: this.one(depth + 1) }
    }
    const opened = this.at
    if (!this.take(/\(/y)) {
      const clause = this.conditionOrWords()
      this.placed.push({ clause, start: opened, end: this.at })
      return { clause }
    }
    const inside = this.alternatives(depth + 1)
    if (!this.take(/\)/y)) this.refuse('refusal.filter-parenthesis', opened)
    return inside
  }

  /** A condition where a name and a sign begin it, else words to search for. */
  conditionOrWords(): Clause {
    const start = this.at
    const quoted = this.text[start] === '"'
    const isNamed = (quoted ? this.quoted() : this.take(KEY)) !== ''
    const isCondition = isNamed && this.sees(SIGN)
    this.at = start
    if (isCondition) return this.clause()
    const value = this.take(WORDS)
    return wordsOf(value).length > 0 ? { key: 'words', value } : this.refuse('refusal.filter-syntax', start)
  }

  clause(): Clause {
    const start = this.at
    const quoted = this.text[start] === '"'
    const key = quoted ? this.quoted() : this.take(KEY)
    if (!key) this.refuse('refusal.filter-syntax', start)
    const sign = this.take(SIGN)
    if (!sign) this.refuse('refusal.filter-syntax', start)
    const known = filterKeyOf(key)
    const compares = sign.replace(/[:\s]/g, '')
    if (quoted || compares || known === undefined) return { key: 'attribute', name: key, comparison: this.comparison(compares) }
    return this.keyed(known, key)
  }

  /** `word`: the key as it is written. What no value of a key is called, in a language where attributes are called so too, is an attribute's: roll:rektor. */
  keyed(key: FilterKey, word: string): Clause {
    if (namedKeys.has(key)) {
      if (this.take(/\*(?![^\s)])/y)) return { key: key as NamedKey, named: { any: true } }
      const id = this.take(/#\d{1,15}(?![^\s)])/y)
      return { key: key as NamedKey, named: id ? { id: Number(id.slice(1)) } : { name: this.value() } }
    }
    const at = this.at
    const value = this.value()
    const choice = isChoiceKey(key) ? choiceOf(key, value) : value
    const isRight = choice !== undefined && ((key !== 'from' && key !== 'to') || isDay(value))
    if (isRight) return { key, value: choice } as Clause
    if (!isOwnKey(word)) {
      this.at = at
      return { key: 'attribute', name: word, comparison: this.comparison('') }
    }
    return isChoiceKey(key) ? this.refuse('refusal.filter-value', at, choicesSaid(key, word, value)) : this.refuse('refusal.filter-day', at, { value })
  }

  comparison(sign: string): Comparison {
    if (sign) return { is: sign as '>', value: this.compared() }
    const low = this.text[this.at] === '"' ? this.value() : this.take(SPACED) || this.take(/(?:(?!\.\.)[^\s()"])+/y)
    if (low && this.take(/\.\./y)) return { is: 'between', low, high: this.compared() }
    return { is: '=', value: low || this.value() }
  }

  compared(): string {
    return this.take(SPACED) || this.value()
  }

  value(): string {
    if (this.text[this.at] === '"') return this.quoted()
    return this.take(/[^\s()"]+/y) || this.refuse('refusal.filter-no-value')
  }

  quoted(): string {
    const start = this.at
    const words = this.take(/"(?:[^"\\]|\\[\s\S])*"/y)
    if (words === '') this.refuse('refusal.filter-quote', start)
    const value = words.slice(1, -1).replace(/\\([\s\S])/g, '$1')
    return value.trim() === '' ? this.refuse('refusal.filter-no-value', start) : value
  }

  end(): void {
    this.space()
    if (this.at < this.text.length) this.refuse('refusal.filter-syntax')
  }
  space(): void {
    this.take(/\s*/y)
  }
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    return pattern.test(this.text)
  }
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.at += found.length
    return found
  }
  refuse(key: string, at = this.at, values: Record<string, string> = {}): never {
    throw new Refusal('invalid', key, { place: at + 1, ...values })
  }
}

function isDay(value: string): boolean {
  const [year = 0, month = 0, day = 0] = (/^\d{4}-\d\d-\d\d$/.exec(value)?.[0] ?? '').split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
