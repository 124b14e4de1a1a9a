import { Refusal } from './refusal.ts'
import { wordsOf } from './word.ts'

const MOST_GROUPS = 200
const MOST_WORDS = 20
const LONGEST = 60

/** Read groups of words that mean the same: a line a group, its words or phrases parted by commas or =. A line of one word says nothing and is passed over. */
export function readSynonyms(text: string): string[][] {
  const groups = text.normalize('NFC').split(/\r?\n/).map(readGroup)
  const said = groups.filter((group) => group.length > 1)
  if (said.length > MOST_GROUPS) throw new Refusal('invalid', 'refusal.synonyms-many', { most: MOST_GROUPS })
  return said
}

function readGroup(line: string): string[] {
  const words = new Map<string, string>()
  for (const part of line.split(/[,;=]/)) {
    const word = part.trim().replace(/\s+/g, ' ')
    if (wordsOf(word).length > 0) words.set(word.toLocaleLowerCase('sv'), word)
  }
  const group = [...words.values()]
  const long = group.find((word) => word.length > LONGEST)
  if (long !== undefined) throw new Refusal('invalid', 'refusal.synonym-long', { word: long.slice(0, LONGEST), most: LONGEST })
  if (group.length > MOST_WORDS) throw new Refusal('invalid', 'refusal.synonyms-in-group', { word: group[0]!, most: MOST_WORDS })
  return group
}

/** The groups as they are written: a line each. */
export function writeSynonyms(groups: readonly (readonly string[])[]): string {
  return groups.map((group) => group.join(', ')).join('\n')
}
