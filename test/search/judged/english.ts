import type { Question } from './question.ts'

/** An invented interview: a passage a line. */
export const englishText = `We moved to the valley when the children were small.
My workplace is a desk in the old school, and I like it there.
The council builds houses, but nobody has built a workshop yet.
Two women run the co-working space above the bakery.
She said the commute was killing her, so she went part-time.
Commuters leave at six and come home after dark.
The broadband never worked in the farmhouse.
I think the businesses here help each other more than they used to.
He thought about leaving, but his family was happier here.
The village hall stands empty most weekdays.
Rent was cheap, renting was easy, and the landlord fixed the roof.
There is a schoolteacher who bakes bread for the whole street.
It depends on the bus: no bus, no students.
Our feet were wet and the post office was shut.
They planned it carefully, plan after plan, and then the money ran out.
Well, as far as I know, the sports club owns the pitch.`

/** Searches in it, judged by hand. */
export const english: readonly Question[] = [
  { kind: 'stem', ask: 'move', forms: 'moved' },
  { kind: 'stem', ask: 'child', forms: 'children' },
  { kind: 'stem', ask: 'build', forms: 'builds built' },
  { kind: 'stem', ask: 'woman', forms: 'women' },
  { kind: 'stem', ask: 'think', forms: 'think thought' },
  { kind: 'stem', ask: 'commuting', forms: 'commute commuters' },
  { kind: 'stem', ask: 'rented', forms: 'rent renting', not: 'children' },
  { kind: 'stem', ask: 'plans', forms: 'planned plan' },
  { kind: 'stem', ask: 'foot', forms: 'feet' },
  { kind: 'compound', ask: 'work', forms: 'workplace workshop co-working worked' },
  { kind: 'compound', ask: 'house', forms: 'houses farmhouse' },
  { kind: 'compound', ask: 'school', forms: 'school schoolteacher' },
  { kind: 'hyphen', ask: 'coworking', forms: 'co-working' },
  { kind: 'phrase', ask: '"as far as i know"', saying: ['as far as i know'], exactly: true },
  { kind: 'not', ask: 'bus -students', forms: 'bus', without: 'students', exactly: true },
  { kind: 'typo', ask: 'villlage', forms: 'village' },
]
