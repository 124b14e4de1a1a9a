/** How one level of a list is marked. `format` is Word's name of it; `sign` has %1 to %9 where the numbers of the levels stand. */
export type ListLevel = { readonly format: string; readonly sign: string; readonly start: number }

export const bullet = '• '
const MOST = 9

/** Counts the items of one list, level by level. */
export class ListNumbers {
  #levels: (level: number) => ListLevel
  #counters: number[] = []

  constructor(levels: (level: number) => ListLevel) {
    this.#levels = levels
  }

  /** What stands before the next item of this level (0 is the outermost): "• ", "2. ", "b) ", "1.2 "; nothing where the list shows nothing. */
  next(level: number, start?: number): string {
    const at = Math.min(Math.max(level, 0), MOST - 1)
    this.#counters.length = Math.min(this.#counters.length, at + 1)
    for (let upper = 0; upper < at; upper++) this.#counters[upper] ??= this.#levels(upper).start
    this.#counters[at] = start ?? (this.#counters[at] === undefined ? this.#levels(at).start : this.#counters[at] + 1)
    return this.#sign(at)
  }

  #sign(at: number): string {
    const { format, sign } = this.#levels(at)
    if (format === 'bullet') return bullet
    if (format === 'none' && !/%\d/.test(sign)) return sign.trim() === '' ? '' : `${sign.trim()} `
    const written = sign.replace(/%([1-9])/g, (_, digit) => numberAs(this.#counters[Number(digit) - 1] ?? 1, this.#levels(Number(digit) - 1).format))
    return written.trim() === '' ? '' : `${written.trim()} `
  }
}

/** A number as lists write it: decimal, a letter, or Roman. Word's names of the formats. */
function numberAs(number: number, format: string): string {
  if (/^(lower|upper)Letter$/.test(format)) return cased(letters(number), format)
  if (/^(lower|upper)Roman$/.test(format)) return cased(roman(number), format)
  if (format === 'decimalZero') return `${number}`.padStart(2, '0')
  return format === 'none' ? '' : `${number}`
}

function cased(word: string, format: string): string {
  return format.startsWith('upper') ? word.toUpperCase() : word
}

/** As Word does after z: aa, bb. */
function letters(number: number): string {
  const at = Math.max(number, 1) - 1
  return 'abcdefghijklmnopqrstuvwxyz'[at % 26]!.repeat(Math.min(Math.floor(at / 26) + 1, 10))
}

const ROMAN = Object.entries({ m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90, l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 })

function roman(number: number): string {
  let left = Math.min(Math.max(number, 1), 3999)
  let word = ''
  for (const [sign, worth] of ROMAN)
    while (left >= worth) {
      word += sign
      left -= worth
    }
  return word
}
