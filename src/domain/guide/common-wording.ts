import { wordsOf } from '../word.ts'

const SLOT = '[…]'

/**
 * The wording that most interviews have, of several the one that is most like the others, without what only leads to it. Names
 * that change from one to the next are slots: "Hvordan er det å bo i […]?"
 */
export function commonWording(wordings: readonly string[]): string {
  const names = wordings.map(namesIn)
  const changing = (name: string) => names.some((others) => !others.has(name))
  const open = wordings.map((words, at) => withoutLead(withSlots(words, new Set([...names[at]!].filter(changing)))))
  const counts = new Map<string, number>()
  for (const words of open) counts.set(keyOf(words), (counts.get(keyOf(words)) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const likest = new Map(open.map((words) => [words, open.reduce((sum, other) => sum + shared(words, other), 0)]))
  return open.filter((words) => counts.get(keyOf(words)) === most).sort((a, b) => likest.get(b)! - likest.get(a)! || a.length - b.length)[0]!
}

/** "Og hvordan ...", "So, how ...": what a question begins with only because another was before it. */
function withoutLead(words: string): string {
  const rest = words.replace(/^(?:og|och|and|so|så|men|but),?\s+(?=\p{Ll})/iu, '')
  return rest.slice(0, 1).toUpperCase() + rest.slice(1)
}

/** The share of their words that two wordings have in common. */
function shared(a: string, b: string): number {
  const [mine, theirs] = [keyOf(a), keyOf(b)].map((key) => new Set(key.trim().split(' ')))
  return (2 * [...mine!].filter((word) => theirs!.has(word)).length) / (mine!.size + theirs!.size)
}

function keyOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}…]+/gu, ' ')
}

/** Words with a capital inside a sentence. */
function namesIn(words: string): Set<string> {
  return new Set(
    wordsOf(words)
      .filter(({ word, start }) => /^\p{Lu}\p{Ll}/u.test(word) && /[\p{L},]\s$/u.test(words.slice(0, start)))
      .map(({ word }) => word),
  )
}

function withSlots(words: string, names: ReadonlySet<string>): string {
  let open = words
  for (const { word, start, end } of wordsOf(words).reverse()) if (names.has(word)) open = open.slice(0, start) + SLOT + open.slice(end)
  return open.replace(/\[…\](?:[\s-]\[…\])+/g, SLOT)
}
