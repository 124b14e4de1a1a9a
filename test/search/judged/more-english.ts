import type { Question } from './question.ts'

/** An invented interview: a passage a line. */
export const moreEnglishText = `The mice got into the archive, and one mouse ate the minutes.
Two shelves held, the third shelf fell.
They taught me to swim, and now I teach my grandchildren.
The policies changed twice; the old policy was kinder.
She was tired of travelling, he had travelled enough.
The organisation had no chair that year.
An organization like that never learns.
The colour of the walls was awful.
Nobody liked the color of the new sign.
Caregivers met at the community centre on Tuesdays.
Childcare is dear out here.
Farmworkers lived in caravans beside the fish farm.
We weren't asked, and they didn't tell us.
The decision-making was slow.
Decisionmakers came and went.
I chose it, she chooses still, it was chosen for us.
He ran the ferry alone, and running it alone was hard.
The roads were bad, and in winter they were worse.
Part time work is not part-time pay.
The universities sent students, but no university sent money.
There is no universal truth in it.
The news was slow to reach us.
A new clinic opened in spring.
The leaves blocked the drain, leaf after leaf.
Her wife taught at the school; wives were never asked.
I emailed the council, and the e-mail was never answered.
Nobody paid, and nobody pays now.
Volunteering kept me sane, the volunteers kept the hall open.
The neighbour's dog barked at the neighbours.
Housing costs rose, and houses stood empty.
Her analysis was short; the analyses that followed were long.
The wheelchair would not fit, so they widened the doorway.`

/** Searches in it, judged by hand before they were tried. */
export const moreEnglish: readonly Question[] = [
  { kind: 'stem', ask: 'mouse', forms: 'mice mouse' },
  { kind: 'stem', ask: 'shelf', forms: 'shelves shelf' },
  { kind: 'stem', ask: 'teaches', forms: 'taught teach' },
  { kind: 'stem', ask: 'policy', forms: 'policies policy', not: 'police' },
  { kind: 'stem', ask: 'travel', forms: 'travelling travelled' },
  { kind: 'stem', ask: 'traveling', forms: 'travelling travelled' },
  { kind: 'stem', ask: 'organization', forms: 'organisation organization' },
  { kind: 'stem', ask: 'colours', forms: 'colour color' },
  { kind: 'stem', ask: 'choosing', forms: 'chose chooses chosen' },
  { kind: 'stem', ask: 'runs', forms: 'ran running' },
  { kind: 'stem', ask: 'bad', forms: 'bad worse' },
  { kind: 'stem', ask: 'university', forms: 'universities university', not: 'universal' },
  { kind: 'stem', ask: 'news', forms: 'news', not: 'new' },
  { kind: 'stem', ask: 'leaf', forms: 'leaves leaf' },
  { kind: 'stem', ask: 'wives', forms: 'wife wives' },
  { kind: 'stem', ask: 'paying', forms: 'paid pays pay' },
  { kind: 'stem', ask: 'volunteer', forms: 'volunteering volunteers' },
  { kind: 'stem', ask: 'neighbor', forms: "neighbour's neighbours" },
  { kind: 'stem', ask: 'house', forms: 'housing houses' },
  { kind: 'stem', ask: 'analysis', forms: 'analysis analyses' },
  { kind: 'compound', ask: 'farm', forms: 'farmworkers farm' },
  { kind: 'compound', ask: 'worker', forms: 'farmworkers' },
  { kind: 'compound', ask: 'care', forms: 'caregivers childcare' },
  { kind: 'compound', ask: 'chair', forms: 'chair wheelchair' },
  { kind: 'compound', ask: 'door', forms: 'doorway' },
  { kind: 'hyphen', ask: 'email', forms: 'emailed e-mail' },
  { kind: 'hyphen', ask: 'part-time', forms: 'part-time', saying: ['part time'] },
  { kind: 'hyphen', ask: 'decision-makers', forms: 'decisionmakers' },
  { kind: 'typo', ask: 'comunity', forms: 'community' },
  { kind: 'typo', ask: 'organistion', forms: 'organisation' },
  { kind: 'typo', ask: 'grandchilren', forms: 'grandchildren' },
  { kind: 'phrase', ask: '"fish farm"', saying: ['fish farm'], exactly: true },
  { kind: 'phrase', ask: '"never asked"', saying: ['never asked'], exactly: true },
  { kind: 'phrase', ask: '"ferry hard"~7', saying: ['ferry alone'], exactly: true },
  { kind: 'phrase', ask: '"ferry hard"~2', saying: ['ferry hard'], exactly: true },
  { kind: 'not', ask: 'nobody -paid', forms: 'nobody', without: 'paid', exactly: true },
  { kind: 'not', ask: '(colour OR clinic) -sign', forms: 'colour clinic', without: 'sign', exactly: true },
]
