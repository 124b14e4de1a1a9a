const MOST = 5
/** Of a name that is only spelt alike more letters than half may not be others. */
const FAR = 3.5
/** Letters of a name that are compared. */
const COMPARED = 60

/** Of some names those that one who wrote `wanted` may have meant, the likeliest first: what begins so, what has a word that does, what holds it, what is spelt most nearly so. Where none is near, the nearest still: they show what there is. */
export function nearestNames(wanted: string, names: readonly string[], most = MOST): string[] {
  const asked = folded(wanted)
  const ranked = [...new Set(names)].map((name) => ({ name, rank: rankOf(asked, folded(name)) }))
  const sorted = ranked.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'sv', { numeric: true }))
  const near = sorted.filter(({ rank }) => rank <= FAR)
  return (near.length > 0 ? near : sorted).slice(0, most).map(({ name }) => name)
}

/** The words that are spelt so nearly that one letter, or two in a longer word, is another. */
export function slipsOf(wanted: string, words: readonly string[]): string[] {
  const asked = folded(wanted)
  const most = asked.length < 5 ? 1 : 2
  return nearestNames(
    wanted,
    words.filter((word) => letterChanges(asked, folded(word)) <= most),
  )
}

function rankOf(asked: string, name: string): number {
  if (name.startsWith(asked)) return 0
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(asked))) return 1
  if (name.includes(asked)) return 2
  return 3 + letterChanges(asked, name) / Math.max(asked.length, name.length, 1)
}

/** How many letters must be put in, taken out, changed, or turned with their neighbour to make one word the other (Damerau-Levenshtein, adjacent turns). */
function letterChanges(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1), turned))
    }
    before = row
    row = next
  }
  return row[other.length]!
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('sv').slice(0, COMPARED)
}
