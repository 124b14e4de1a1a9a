/** What an RTF file is made of. `bytes` are characters of the numbers that the bytes have, in whatever encoding holds there. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'bytes'; readonly bytes: string; readonly escaped: boolean }
  | { readonly kind: 'word'; readonly name: string; readonly number: number | null }

const WORD = /([A-Za-z]{1,32})(-?\d{1,20})? ?/y
const RUN = /[^\\{}\r\n\0\t]+/y
const HEX = /[0-9a-fA-F]{2}/y

/** The tokens of an RTF file, one after the other. Pictures' bytes (\bin) are passed over; where they would run beyond the end, they are not. */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  let at = 0
  const eat = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(rtf)
    if (found) at += found[0].length
    return found
  }
  while (at < rtf.length) {
    const character = rtf[at]!
    if (character === '{' || character === '}') {
      at++
      yield character === '{' ? OPEN : CLOSE
    } else if (character === '\\') {
      at++
      const word = eat(WORD)
      if (word) {
        const number = word[2] === undefined ? null : Number(word[2])
        if (word[1] === 'bin' && number !== null && number > 0 && at + number <= rtf.length) at += number
        else yield { kind: 'word', name: word[1]!, number }
      } else if (rtf[at] === "'") {
        at++
        const hex = eat(HEX)
        if (hex) yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex[0], 16)), escaped: true }
      } else yield symbol(rtf[at++] ?? '')
    } else {
      const run = eat(RUN)
      if (run) yield { kind: 'bytes', bytes: run[0], escaped: false }
      else if (rtf[at++] === '\t') yield { kind: 'word', name: 'tab', number: null }
    }
  }
}

const OPEN: RtfToken = { kind: 'open' }
const CLOSE: RtfToken = { kind: 'close' }

function symbol(character: string): RtfToken {
  if (/[\\{}]/.test(character)) return { kind: 'bytes', bytes: character, escaped: true }
  if (character === '\n' || character === '\r') return { kind: 'word', name: 'par', number: null }
  return { kind: 'word', name: character, number: null }
}
