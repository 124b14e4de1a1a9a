/** Letters that differ only in what stands above or in them: nearer each other than others. */
const kin: Readonly<Record<string, string>> = { å: 'a', ä: 'a', æ: 'a', ö: 'o', ø: 'o' }

/**
 * How many letters must be put in, taken out, changed, or turned with their neighbour to make one word the other
 * (Damerau-Levenshtein, adjacent turns), or Infinity where it is more than `most`. Letters of a kind (å and a, æ and ä)
 * count as half.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change(a[i - 1]!, b[j - 1]!))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return Infinity
    before = last
    last = row
  }
  return last[b.length]! <= most ? last[b.length]! : Infinity
}

function change(a: string, b: string): number {
  if (a === b) return 0
  return kinOf(a) === kinOf(b) ? 0.5 : 1
}

/** The plain letter that a letter is of a kind with. */
export function kinOf(letter: string | undefined): string | undefined {
  return letter && (kin[letter] ?? letter)
}

/** How many letters of a word may differ, where nobody said. */
export function editsFor(letters: string): 0 | 1 | 2 {
  return letters.length < 3 ? 0 : letters.length < 7 ? 1 : 2
}
