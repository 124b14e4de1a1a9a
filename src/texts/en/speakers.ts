import type { speakers as sv } from '../sv/speakers.ts'

export const speakers: Record<keyof typeof sv, string> = {
  'speakers.title': 'Who speaks in {name}',
  'speakers.lead': 'Say here who each speaker is. The text does not change: only what is counted, and for whom.',
  'speakers.none': 'No speaker is marked in the source. All of the text counts as the informant’s words.',
  'speakers.link': 'Speakers',
  'speakers.name': 'Name',
  'speakers.role': 'Role',
  'speakers.case': 'Case',
  'speakers.case-why':
    'Where a speaker is a case, as in a focus group, what is said in its turns counts for that case. Empty: the speaker’s words count for the cases of the source.',
  'speakers.turns': '{n} {n|turn|turns}',
  'speakers.everywhere': 'Name and role of {label} in all {n} sources that have it',
  'speakers.save': 'Save {label}',
  'speakers.saved': '{label}: {role}',
  'speakers.saved-case': '{label}: {role}, {case}',
  'speakers.merges': 'Two speakers given one name become one.',
  'speakers.shown': 'Speakers {from}–{to} of {of}',
  'speakers.earlier': 'Earlier',
  'speakers.later': 'Later',
  'source-cases.title': 'Cases that the source belongs to',
  'source-cases.none': 'The source belongs to no case yet.',
  'source-cases.add': 'Add a case',
  'source-cases.speaks': 'speaks in the source',
  'source-cases.hint': 'A source may belong to several cases. Untick what is wrong. A name that is not there is made.',
  'source-cases.saved': 'The cases of {name} are saved',
}
