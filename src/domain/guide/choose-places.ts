import type { Candidate } from './match-questions.ts'

/**
 * What the order tells. Interviews mostly follow their guide, skip what does not fit and sometimes come back: the next
 * question is likelier than any other, going back is less likely, and the same question twice in a row is mostly a follow-up.
 */
const ORDER = { next: 0.08, nextButOne: 0.04, each: -0.01, farthest: -0.05, back: -0.09, same: -0.3, touching: -1 }

/** How much less like its question a place may be, at most, where the rest of the guide was followed; between these shares of it that grows. */
const ALLOWANCE = { most: 0.12, from: 0.3, to: 0.7 }

/**
 * The places that together are the best reading of an interview: none overlaps, in the order of the text. Read twice: an
 * interview that plainly follows the guide (of so many questions) is believed to follow it where its words are farther off.
 */
export function choosePlaces(candidates: readonly Candidate[], questions: number): Candidate[] {
  const plain = bestChain(
    candidates.filter(({ gain }) => gain > -0.1),
    0,
  )
  const share = new Set(plain.map(({ question }) => question)).size / Math.max(questions, 1)
  const allowance = ALLOWANCE.most * Math.min(1, Math.max(0, (share - ALLOWANCE.from) / (ALLOWANCE.to - ALLOWANCE.from)))
  return allowance > 0 && questions > 2 ? bestChain(candidates, allowance) : plain
}

function bestChain(candidates: readonly Candidate[], allowance: number): Candidate[] {
  const ordered = candidates.filter(({ gain }) => gain + allowance > -0.12).sort((a, b) => a.from - b.from || a.to - b.to)
  const byEnd = [...ordered.keys()].sort((a, b) => ordered[a]!.to - ordered[b]!.to)
  const scores: number[] = []
  const before: number[] = []
  const ended = new Map<number, { best: number; all: number[] }>()
  let next = 0
  for (const [at, place] of ordered.entries()) {
    for (; ordered[byEnd[next]!]!.to < place.from; next++) end(byEnd[next]!, ordered[byEnd[next]!]!.question)
    const gain = place.gain + allowance
    scores[at] = gain
    before[at] = -1
    for (const [question, { best, all }] of ended)
      for (const earlier of question === place.question ? all : [best]) {
        const score = scores[earlier]! + gain + orderOf(ordered[earlier]!, place)
        if (score > scores[at]!) {
          scores[at] = score
          before[at] = earlier
        }
      }
  }
  let last = -1
  for (const [at, score] of scores.entries()) if (score > 0 && (last < 0 || score > scores[last]!)) last = at
  const chosen: Candidate[] = []
  for (; last >= 0; last = before[last]!) chosen.unshift(ordered[last]!)
  return chosen

  /** Of each question only the best that ended tells, but of the same one also how near it is. */
  function end(at: number, question: number): void {
    const those = ended.get(question)
    if (!those) ended.set(question, { best: at, all: [at] })
    else {
      those.all.push(at)
      if (scores[at]! > scores[those.best]!) those.best = at
    }
  }
}

function orderOf(earlier: Candidate, later: Candidate): number {
  const step = later.question - earlier.question
  if (step === 0) return later.from === earlier.to + 1 ? ORDER.touching : ORDER.same
  if (step === 1) return ORDER.next
  if (step === 2) return ORDER.nextButOne
  return step > 0 ? Math.max(ORDER.each * step, ORDER.farthest) : ORDER.back
}
