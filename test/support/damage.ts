/** What a page did to a text. `room` and `page` are what stands for the end of a paragraph and of a page. */
export type Damage = {
  /** UTF-16 units of a line. */
  readonly width: number
  /** Lines of a page; Infinity for a text without pages. */
  readonly height: number
  /** `single`: a line feed after a line, an empty line after a paragraph. `doubled`: an empty line after each line too, a line of spaces after a paragraph. */
  readonly spacing: 'single' | 'doubled'
  /** A form feed between pages, or nothing but empty lines. */
  readonly pages: 'feeds' | 'blank'
  /** What stands at the top of each page but the first; `#` becomes its number. */
  readonly head?: string
  /** What stands at the foot of each page; `#` becomes its number. */
  readonly foot?: string
  /** Where a word does not fit on a line: kept whole, parted at a hyphen of its own, or parted by a sign. */
  readonly hyphen: 'none' | 'own' | '-' | '\u00AD'
}

export const asExtracted: Damage = { width: 84, height: 34, spacing: 'doubled', pages: 'blank', hyphen: 'own' }

type Line = { text: string; last: boolean; glue: boolean }

/**
 * Paragraphs as an extraction from pages leaves them. A paragraph that begins with `+` is glued to the one before, in its last
 * line; `\n` inside one is a line's end of its own. A word is parted only between letters, three at each side.
 */
export function damage(paragraphs: readonly string[], how: Damage): string {
  const lines: Line[] = []
  for (const paragraph of paragraphs) {
    if (paragraph.startsWith('+')) lines.at(-1)!.glue = true
    const pieces = paragraph.replace(/^\+/, '').split('\n')
    for (const [at, piece] of pieces.entries()) lines.push(...wrap(piece, how, at === pieces.length - 1))
  }
  return pagesOf(lines, how)
}

function wrap(words: string, { width, hyphen }: Damage, last: boolean): Line[] {
  const lines: string[] = []
  let line = ''
  for (let word of words.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      const cut = cutOf(word, width - line.length - 1, hyphen)
      if (cut) {
        line += ` ${word.slice(0, cut.at)}${cut.sign}`
        word = word.slice(cut.at)
      }
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  lines.push(line)
  return lines.map((text, at) => ({ text, last: last && at === lines.length - 1, glue: false }))
}

/** Where a word is parted that has `room` units of a line: at a hyphen of its own, else where a sign fits. */
function cutOf(word: string, room: number, hyphen: Damage['hyphen']): { at: number; sign: string } | null {
  if (hyphen === 'none') return null
  const own = word.lastIndexOf('-', room - 1)
  if (own > 1 && own < word.length - 2) return { at: own + 1, sign: '' }
  if (hyphen === 'own') return null
  const letters = /^\p{Ll}+/u.exec(word)?.[0].length ?? 0
  const at = Math.min(room - 1, letters - 3)
  return at >= 3 ? { at, sign: hyphen } : null
}

function pagesOf(lines: readonly Line[], how: Damage): string {
  const double = how.spacing === 'doubled'
  const [feed, room] = double ? [' \n\n', ' \n\n \n\n'] : ['\n', '\n\n']
  const out: string[] = []
  let page = 1
  let onPage = 0
  for (const [at, line] of lines.entries()) {
    out.push(line.text)
    if (at === lines.length - 1) break
    onPage++
    const full = line.text.length + 1 + lines[at + 1]!.text.split(' ')[0]!.length > how.width * 0.75
    if (line.glue) out.push(' ')
    else if (onPage >= how.height && (!line.last || !full || (double && !how.head && !how.foot))) {
      out.push(line.last && double ? room : double ? ' \n' : '\n')
      if (how.foot) out.push(`${how.foot.replace('#', String(page))}\n`)
      page++
      out.push(how.pages === 'feeds' ? '\f' : double ? '\n\n\n  \n\n' : '')
      if (how.head) out.push(`${how.head.replace('#', String(page))}\n`)
      onPage = 0
    } else out.push(line.last ? room : feed)
  }
  return out.join('')
}
