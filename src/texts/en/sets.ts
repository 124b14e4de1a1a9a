import type { sets as sv } from '../sv/sets.ts'

export const sets: Record<keyof typeof sv, string> = {
  'set.title': 'Sets',
  'set.lead': 'A set is a filter with a name. It is counted anew each time, and can be used in every filter.',
  'set.one': 'Set',
  'set.none': 'none',
  'set.new': 'New set',
  'set.name': 'Name',
  'set.save': 'Save the set',
  'set.save-as': 'Save what is shown as a set:',
  'set.change': 'Change',
  'set.remove': 'Remove the set',
  'set.use': 'Write {use} in a filter to use it.',
  'set.to-matrix': 'Show in the matrix',
  'set.to-all': 'Sets have names: all sets.',
  'set.broken': 'Something that the set names is no longer there. Change it.',
  'set.saved': 'Saved the set {name}',
  'set.edited': 'Changed the set {name}',
  'set.removed': 'Removed the set {name}',
}
