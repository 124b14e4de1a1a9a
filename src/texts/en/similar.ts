import type { similar as sv } from '../sv/similar.ts'

export const similar: Record<keyof typeof sv, string> = {
  'similar.see': 'More passages like those coded',
  'similar.title': 'More like {code}',
  'similar.lead':
    'Paragraphs without the code that are like those with it. They are found in the index on this computer, by the code’s own words; nothing leaves it.',
  'similar.words': 'The words that mark the code’s quotations:',
  'similar.word-title': '{count} {count|time|times} under the code, {times} times as common as otherwise',
  'similar.leave-out': 'Search without {word}',
  'similar.all-words': 'Take in again: {words}',
  'similar.anew': 'Count the words anew',
  'similar.count': '{n} {n|paragraph|paragraphs} to look at.',
  'similar.dismissed-n': '{n} {n|is|are} dismissed and not shown.',
  'similar.too-few': 'The code has too few quotations for any words to mark them. Code some more passages and come back.',
  'similar.none': 'No paragraph without the code is like those with it.',
  'similar.because': 'found by: {words}',
  'similar.code': 'Code the sentence',
  'similar.dismiss': 'Not this one',
  'similar.coded': 'Coded the sentence with {code}.',
  'similar.dismissed': 'The paragraph is not shown for {code} any more.',
  'similar.key-code': 'code the sentence',
  'similar.key-dismiss': 'not this one',
}
