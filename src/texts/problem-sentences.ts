import { isTextKey, type Say, type TextValues } from './catalogue.ts'

/** What a search was not understood as, with its place, as a sentence; '' for what has none. */
export function sayProblem({ key, place, values }: { key: string; place: number | null; values: TextValues }, say: Say): string {
  if (!isTextKey(key)) return ''
  const said = say(key, values)
  return place === null || values['place'] !== undefined ? said : say('filter.at', { place, what: said })
}
