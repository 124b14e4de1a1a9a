import { isTextKey, type Say } from './catalogue.ts'

/** What a search was not understood as, with its place, as a sentence; '' for what has none. */
export function sayProblem({ key, place, values }: { key: string; place: number | null; values: Readonly<Record<string, string | number>> }, say: Say): string {
  if (!isTextKey(key)) return ''
  const said = say(key, values)
  return place === null || values['place'] !== undefined ? said : say('filter.at', { place, what: said })
}

type Note =
  | { kind: 'alike'; word: string; words: readonly string[] }
  | { kind: 'meant'; word: string; instead: string }
  | { kind: 'unguessed'; words: readonly string[]; most: number }

/** What is said of a word of a search. */
export function sayNote(note: Note, say: Say): string {
  if (note.kind === 'meant') return say('search.meant', { word: note.word, instead: note.instead })
  const words = note.words.join(', ')
  return note.kind === 'alike' ? say('search.alike', { word: note.word, words }) : say('search.unguessed', { most: note.most, words })
}
