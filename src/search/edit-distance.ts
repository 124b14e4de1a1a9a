/** Letters that differ only in what stands above or in them: nearer each other than others. */
const kin: Readonly<Record<string, string>> = { å: 'a', ä: 'a', æ: 'a', ö: 'o', ø: 'o' }
const kinCodes = new Map(Object.entries(kin).map(([letter, plain]) => [letter.charCodeAt(0), plain.charCodeAt(0)]))

/** Rows of the table, used again by every comparison: a misspelt word is held against every form of a study. */
let rows: [Int32Array, Int32Array, Int32Array] = [new Int32Array(64), new Int32Array(64), new Int32Array(64)]
const FAR = 1 << 20

/**
 * How many letters must be put in, taken out, changed, or turned with their neighbour to make one word the other
 * (Damerau-Levenshtein, adjacent turns), or Infinity where it is more than `most`. Letters of a kind (å and a, æ and ä)
 * count as half. Only cells at most `most` from the diagonal are looked at; inside, all counts are of halves.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity
  if (rows[0].length < b.length + 3) rows = [new Int32Array(b.length + 64), new Int32Array(b.length + 64), new Int32Array(b.length + 64)]
  let [before, last, row] = rows
  for (let j = 0; j <= b.length + 1; j++) last[j] = j <= most ? j * 2 : FAR
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(a, b, i, most, before, last, row) > most * 2) return Infinity
    const free = before
    before = last
    last = row
    row = free
  }
  return last[b.length]! <= most * 2 ? last[b.length]! / 2 : Infinity
}

/** @returns the least of the row */
function fillRow(a: string, b: string, i: number, most: number, before: Int32Array, last: Int32Array, row: Int32Array): number {
  const from = Math.max(1, i - most)
  const to = Math.min(b.length, i + most)
  const [here, previous] = [a.charCodeAt(i - 1), a.charCodeAt(i - 2)]
  row[from - 1] = from === 1 ? i * 2 : FAR
  let least = row[from - 1]!
  for (let j = from; j <= to; j++) {
    const letter = b.charCodeAt(j - 1)
    let cost = Math.min(last[j]! + 2, row[j - 1]! + 2, last[j - 1]! + change(here, letter))
    if (i > 1 && j > 1 && here === b.charCodeAt(j - 2) && previous === letter) cost = Math.min(cost, before[j - 2]! + 2)
    row[j] = cost
    if (cost < least) least = cost
  }
  row[to + 1] = FAR
  return least
}

function change(a: number, b: number): number {
  if (a === b) return 0
  return (a > 127 || b > 127) && (kinCodes.get(a) ?? a) === (kinCodes.get(b) ?? b) ? 1 : 2
}

/** The plain letter that a letter is of a kind with. */
export function kinOf(letter: string | undefined): string | undefined {
  return letter && (kin[letter] ?? letter)
}

/** How many letters of a word may differ, where nobody said. */
export function editsFor(letters: string): 0 | 1 | 2 {
  return letters.length < 3 ? 0 : letters.length < 7 ? 1 : 2
}
