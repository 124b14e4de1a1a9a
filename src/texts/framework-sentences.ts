import type { Say } from './catalogue.ts'

type Counts = {
  basis: 'asked' | 'source'
  base: number
  quoted: number
  standings: Readonly<Record<'dont_know' | 'unanswered' | 'not_asked' | 'no_source', number>>
  states: Readonly<Record<'yes' | 'no' | 'partly', number>>
  beside: number
}

/** "9 of 11 asked say yes", and the others: "1 partly, 1 no, 1 don't know, 1 not asked". Before anybody judged: of how many there are quotations. */
export function sayDenominator({ basis, base, quoted, standings, states, beside }: Counts, cases: number, say: Say): { lead: string; rest: string } {
  const judged = states.yes + states.partly + states.no
  const outside = (['dont_know', 'unanswered', 'not_asked', 'no_source'] as const)
    .filter((status) => standings[status] > 0 && (basis === 'asked' || status === 'no_source'))
    .map((status) => `${standings[status]} ${say(`status.${status}`)}`)
  const waiting = cases - base - standings.not_asked - standings.no_source
  const others = [
    ...(['partly', 'no'] as const).filter((state) => states[state] > 0).map((state) => say(`framework.n-${state}`, { n: states[state] })),
    ...(judged > 0 && base > judged ? [say('framework.n-unjudged', { n: base - judged })] : []),
    ...outside,
    ...(waiting > 0 ? [`${waiting} ${say('status.waiting')}`] : []),
    ...(beside > 0 ? [say('framework.n-beside', { n: beside })] : []),
  ]
  const nobody = base === 0 && basis === 'asked'
  const lead = nobody
    ? say('answers.nobody-asked')
    : judged > 0
      ? say(`framework.yes-${basis}`, { n: states.yes, of: base })
      : say(`framework.of-${basis}`, { n: quoted, of: base })
  return { lead, rest: others.join(', ') }
}
