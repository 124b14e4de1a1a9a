import type { words as sv } from '../sv/words.ts'

export const words: Record<keyof typeof sv, string> = {
  'words.title': 'Words',
  'words.lead': 'The words the informants use, with their inflections together and without filler words. Open a number to read the lines.',
  'words.lead-two': 'The words that tell two groups apart, with their inflections together and without filler words. Open a number to read the lines.',
  'words.to-cloud': 'The same words as a cloud',
  'words.form': 'Which words the list counts',
  'words.theme': 'Count the words about',
  'words.against': 'compared with',
  'words.order': 'Order by',
  'words.by-keyness': 'difference',
  'words.by-count': 'times',
  'words.by-units': 'how many say it',
  'words.by-word': 'letters',
  'words.show': 'Show the words',
  'words.n': '{n} {n|word|words}',
  'words.caption': 'The words in numbers',
  'words.forms': 'Forms',
  'words.per-thousand': 'Per 1,000 words',
  'words.difference': 'Difference',
  'words.ratio': 'Log ratio',
  'words.likelihood': 'Log-likelihood',
  'words.open': '{word}: {count} {count|time|times} in {name}',
  'words.how-compared':
    'The log ratio says how large the difference is: +1 is twice as common in the first group, +2 four times, −1 half. A word that a group never says counts as half a word there. Log-likelihood says how many words are behind it. Look also at how many say the word: a single informant can carry a whole difference, and the interviews are not a random sample.',
}
