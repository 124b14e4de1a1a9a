import type { Say } from './catalogue.ts'

/** As domain/case-parts.ts parts the cases, in the order in which they are told. */
const told = ['yes', 'partly', 'no', 'quoted', 'silent', 'dont-know', 'unanswered', 'beside', 'waiting', 'not-asked', 'no-source', 'outside-guide'] as const
type Part = (typeof told)[number]
type Counts = { basis: 'asked' | 'source'; base: number; judged: boolean; parts: Readonly<Record<Part, number>> }

/** A part of the cases in words; `n`: of how many. */
export function sayPart(part: Part, { judged, n, say }: { judged: boolean; n: number; say: Say }): string {
  if (part === 'quoted') return say('unit.unjudged')
  if (part === 'silent' && judged) return say('unit.unjudged-silent')
  if (part === 'beside') return say(judged ? 'unit.beside' : 'unit.beside-quoted', { n })
  if (part === 'not-asked') return say('unit.so-many-not-asked', { n })
  return say(`unit.${part}`)
}

/** The same as a head: "Says yes", "Not asked". */
export function sayPartHead(part: Part, say: Say): string {
  if (part === 'yes' || part === 'no' || part === 'partly') return say(`super.side-${part}`)
  const word = sayPart(part, { judged: false, n: 2, say })
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

/** All but those who are counted, part by part: with them they are every case, each once. */
export function sayOthers({ judged, parts }: Pick<Counts, 'judged' | 'parts'>, say: Say): { part: Part; n: number; word: string }[] {
  const counted = judged ? 'yes' : 'quoted'
  const others = told.filter((part) => part !== counted && parts[part] > 0)
  return others.map((part) => ({ part, n: parts[part], word: sayPart(part, { judged, n: parts[part], say }) }))
}

/** "9 of 11 asked say yes", and the others: "1 partly, 1 don't know, 1 not asked". Before anybody judged: of how many there are quotations; where nobody of the base is judged, that. */
export function sayDenominator(counts: Counts, say: Say): { lead: string; rest: string } {
  const { basis, base, judged, parts } = counts
  const isUnknown = judged && parts.yes + parts.partly + parts.no === 0 && parts.quoted + parts.silent > 0
  const lead =
    base === 0 && basis === 'asked'
      ? say('answers.nobody-asked')
      : say(`framework.${isUnknown ? 'judged' : judged ? 'yes' : 'of'}-${basis}`, { n: parts[judged ? 'yes' : 'quoted'], of: base })
  const rest = sayOthers(counts, say).map(({ n, word }) => `${n} ${word}`)
  return { lead, rest: rest.join(', ') }
}
