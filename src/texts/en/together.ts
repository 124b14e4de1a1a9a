import type { together as sv } from '../sv/together.ts'

export const together: Record<keyof typeof sv, string> = {
  'together.lost': 'No contact with Utsaga. What you code is saved when contact is back.',
  'together.waiting': '{n} {n|change waits|changes wait}.',
  'together.here-waits': 'waits',
  'together.back': 'Contact is back.',
  'together.refused': 'Not saved: {what}. {why}',
  'together.text': 'The text was changed by {actor}.',
  'together.more': 'The page does not show the latest.',
  'together.more-by': '{actor} changed a great deal here.',
  'together.show': 'Show it',
  'together.unnamed': 'Another coder',
  'together.coded': '{actor} coded paragraph {number}',
  'together.acts': '{actor} made {n} changes here',
}
