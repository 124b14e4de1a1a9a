import { commonHangul, commonIdeographs, icelandic, nordic, others, turkish } from './alphabets.ts'

export type Languages = 'nordic' | 'turkish' | 'any'

/**
 * How likely a text is what somebody wrote, by its characters beyond ASCII alone: letters count by the one language that
 * they fit best, signs by where they stand, both from -5 to 3; the mean of all. `languages`: only in the Nordic ones and
 * English, in Turkish, or in any. Twenty thousand characters are enough to judge by. Undefined where there is no such character.
 */
export function likeliness(text: string, languages: Languages): number | undefined {
  const letters = new Map<string, number>()
  let placed = 0
  let count = 0
  for (const { 0: run, index } of text.slice(0, 20_000).matchAll(/[^\0-\x7f]+/g)) {
    const characters = [...run]
    characters.forEach((character, at) => {
      count++
      const before = at > 0 ? characters[at - 1]! : (text[index - 1] ?? '')
      const after = characters[at + 1] ?? text[index + run.length] ?? ''
      placed += scoreOfPlace(before, character, after)
      if (/[\p{L}\p{M}]/u.test(character)) add(letters, character)
    })
    placed += scoreOfRun(run)
  }
  if (count === 0) return undefined
  const northern = letters.size < 3 ? nordic : [...nordic, icelandic]
  const known = languages === 'nordic' ? northern : languages === 'turkish' ? [turkish] : [...northern, ...others]
  const best = Math.max(...known.map(({ own, borrowed }) => scoreOfLetters(letters, own, borrowed)))
  return (placed + best) / count
}

function add(letters: Map<string, number>, character: string): void {
  const lower = character === 'İ' ? character : character.toLowerCase()
  letters.set(lower, (letters.get(lower) ?? 0) + 1)
}

function scoreOfLetters(letters: ReadonlyMap<string, number>, own: ReadonlySet<string>, borrowed: ReadonlySet<string>): number {
  let score = 0
  for (const [letter, count] of letters) score += count * (own.has(letter) ? 3 : borrowed.has(letter) ? 1.5 : scoreOfStranger(letter))
  return score
}

function scoreOfStranger(letter: string): number {
  if (letter < '\u0900') return -1.5
  if (/[\u3041-\u30fc]/.test(letter)) return 2.8
  if (/[\uac00-\ud7a3]/.test(letter)) return commonHangul.has(letter) ? 3 : 1.5
  if (/\p{Script=Han}/u.test(letter)) return commonIdeographs.has(letter) ? 4 : letter < '\u4e00' || letter > '\u9fff' ? -3 : 0.8
  return -1.5
}

/** Letters stand with letters of their own script and size; signs where sentences have them. */
function scoreOfPlace(before: string, character: string, after: string): number {
  if (!/[\p{L}\p{M}]/u.test(character)) return scoreOfSign(before, character, after)
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return -4
  if (/\p{Lu}/u.test(before) && /\p{Ll}/u.test(character) && /\p{Lu}/u.test(after)) return -3
  if (/(?!\p{Script=Latin})\p{Lu}/u.test(character) && /\p{Lu}/u.test(before)) return -0.7
  if (/[a-z]/i.test(before + after) && !/[\p{Script=Latin}\p{M}]/u.test(character)) return -4
  if (/\p{L}/u.test(before + after)) {
    if (/[ςךםןףץ]/.test(character) && /\p{L}/u.test(after)) return -2
    return character === 'þ' && /\p{L}/u.test(before) && !/\p{L}/u.test(after) ? -4 : 0
  }
  return /[åöøàáóéæäі]/.test(character) || !/\p{Script=Latin}/u.test(character) ? -0.5 : /[ÅÄÖÆØÀÉ]/.test(character) ? -1.25 : -3
}

/** Latin writing has no three accents in a row. */
function scoreOfRun(run: string): number {
  let score = 0
  for (const [letters] of run.matchAll(/[\u00c0-\u024f]{3,}/g)) score -= 3 * letters.length
  return score
}

function scoreOfSign(before: string, sign: string, after: string): number {
  const inside = /\p{L}/u.test(before) && /\p{L}/u.test(after)
  if (/[\u0080-\u009f\ufffd]|[\ue000-\uf8ff]/.test(sign)) return -5
  if (sign === '’') return inside || !/\p{L}/u.test(after) ? 2.5 : 2
  if (/[“”„«»‘‚‹›]/.test(sign)) return inside ? -3 : /[\p{L}\p{N}\p{P}]/u.test(before + after) ? 2 : 0.5
  if (/[–—]/.test(sign)) return /\s|^$/.test(before) || /\s|^$/.test(after) || /\d/.test(before) ? 2.5 : inside ? 0.5 : 1.5
  if (inside) return /[·\u00ad\u00a0‑]/.test(sign) ? 0 : -4
  if (before + after === '') return 0
  if (sign === '…') return /[\p{L}\p{P}\d]/u.test(before) || /^$|\s/.test(after) ? 2 : 0.7
  if (/[\u00a0\u202f]/.test(sign)) return 0.5
  if (/[、。・「」『』！？（）：；ー～，\u3000]/.test(sign)) return 2
  if (/[°½¼¾²³]/.test(sign)) return /[\d\s]/.test(before) || before === '' ? 1 : -1
  if (/[•§€£¿¡·©®™№†±×]/.test(sign)) return /\p{L}/u.test(before) ? -1.5 : 0.5
  return -1.5
}
