import type { Span } from '../span.ts'

/**
 * A sentence as it is looked at for questions. `paragraph` counts lines with words; `turn` is the turn that it stands in,
 * null where nobody is marked. `first`: it opens its paragraph. `asks`: it ends in a question mark; `bids`: it tells somebody to
 * tell something ("Berätta om ..."). `set`: the document's type shows it as a question. `quoted`: it stands in quotation marks.
 */
export type Utterance = Span & {
  readonly paragraph: number
  readonly turn: number | null
  readonly first: boolean
  readonly asks: boolean
  readonly bids: boolean
  readonly set: boolean
  readonly quoted: boolean
}

/** Abbreviations that no sentence ends with. (What may end one - etc., osv., m.m. - does, where a capital follows.) */
const OPEN =
  /(?:^|[\s(])(?:bl\.a|t\.ex|f\.eks|eks|ex|f|d\.v\.s|dvs|s\.k|ca|ift|ifht|mtp|fr\.o\.m|kl|nr|st|tel|dr|mr|mrs|ms|e\.g|i\.e|vs|jf|jfr|ref|resp|evt|ev|pga|p\.g\.a|inkl|iht|mht|vedr|ang)\.$/iu
/** An initial: "K. Berg". */
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u
const CLOSERS = /^["”»’')\]*_]*/
/** A question mark was lost where somebody begins to answer inside a sentence. */
const LOST_MARK = /(?<=\p{Ll}[”"»)]?) +(?=(?:Ja|Nei|Nej|Jo|Joda|Yes|No|Jada|Njae|Tja)(?:[,.!–-]| (?:vi|jeg|jag|det|we|I|it)\b))/gu

const QUOTED = /^["“”«„][^"“”«»„]*["“”»]?[.?!]?$/

/** Does a sentence stand in quotation marks, all of it? */
export function isQuoted(words: string): boolean {
  return QUOTED.test(words)
}

/** What may stand before the words of a line: a bullet, a number. */
const LEAD = /^[\s\-–•*·]*(?:(?:\d{1,2}|[a-h])[.)]\s+)?/

/** Is it nothing but what stands before the words of a line? */
export function isLead(words: string): boolean {
  return LEAD.exec(words)![0].length === words.length
}

/**
 * The sentences of one line as spans of the whole text, cut for questions: always after a question mark, and round a parenthesis
 * that stands alone. `endings` are cut at, too.
 */
export function utterancesOf(line: string, offset = 0, endings?: RegExp): Span[] {
  const cuts = new Set<number>()
  for (const match of line.matchAll(/[.!?…](?![.!?…])/g)) {
    const closed = match.index + 1 + CLOSERS.exec(line.slice(match.index + 1, match.index + 6))![0].length
    if (endsSentence(line, match.index, closed)) cuts.add(closed)
  }
  for (const match of [...line.matchAll(LOST_MARK), ...(endings ? line.matchAll(endings) : [])]) cuts.add(match.index)
  for (const match of line.matchAll(/(?<=(?:^|[.!?…)]["”»]? ) *)\([^()]{1,300}\)[.?]?(?= |$)/g)) cuts.add(match.index).add(match.index + match[0].length)
  const spans: Span[] = []
  let start = 0
  for (const end of [...cuts, line.length].sort((a, b) => a - b)) {
    const words = line.slice(start, end)
    const lead = LEAD.exec(words)![0].length
    if (words.length > lead) spans.push({ start: offset + start + lead, end: offset + start + words.trimEnd().length })
    start = end
  }
  return spans.filter((span) => span.end > span.start)
}

function endsSentence(line: string, mark: number, closed: number): boolean {
  const next = line.slice(closed, closed + 12)
  if (line[mark] === '?') return /^(\s|$|\p{Lu})/u.test(next)
  if (line[mark] === '!') return /^(\s|$)/.test(next)
  if (!/^(\s+["“”«(–-]*[\p{Lu}\p{N}]|\s*$)/u.test(next)) return false
  const before = line.slice(Math.max(0, mark - 12), mark + 1)
  return !OPEN.test(before) && !INITIAL.test(before) && !/^\s*\d{1,2}\.$/.test(line.slice(0, mark + 1))
}
