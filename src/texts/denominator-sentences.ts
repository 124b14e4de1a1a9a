import { type CasePart, caseParts, type PartCounts, saidOf } from '../domain/case-parts.ts'
import type { Say } from './catalogue.ts'

type Counts = { basis: 'asked' | 'source'; base: number; judged: boolean; parts: PartCounts }

/** A part of the cases in words; `n`: of how many. */
export function sayPart(part: CasePart, { judged, n, say }: { judged: boolean; n: number; say: Say }): string {
  if (part === 'quoted') return say(judged ? 'unit.unjudged' : 'unit.quoted')
  if (part === 'beside') return say(judged ? 'unit.beside' : 'unit.beside-quoted', { n })
  return say(`unit.${part}`)
}

/** All but those who are counted, part by part: with them they are every case, each once. */
export function sayOthers({ judged, parts }: Pick<Counts, 'judged' | 'parts'>, say: Say): { part: CasePart; n: number; word: string }[] {
  const counted = judged ? 'yes' : 'quoted'
  const others = caseParts.filter((part) => part !== counted && parts[part] > 0)
  return others.map((part) => ({ part, n: parts[part], word: sayPart(part, { judged, n: parts[part], say }) }))
}

/** "9 of 11 asked say yes", and the others: "1 partly, 1 don't know, 1 not asked". Before anybody judged: of how many there are quotations. */
export function sayDenominator(counts: Counts, say: Say): { lead: string; rest: string } {
  const { basis, base, judged } = counts
  const lead =
    base === 0 && basis === 'asked' ? say('answers.nobody-asked') : say(`framework.${judged ? 'yes' : 'of'}-${basis}`, { n: saidOf(counts), of: base })
  const rest = sayOthers(counts, say).map(({ n, word }) => `${n} ${word}`)
  return { lead, rest: rest.join(', ') }
}
