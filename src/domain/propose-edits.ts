import type { RawText } from './raw-text.ts'
import type { Evidence } from './repair/evidence.ts'
import { mendCharacters } from './repair/mend-characters.ts'
import { mendGaps } from './repair/mend-gaps.ts'
import { pageLinesOf } from './repair/page-line.ts'
import { wrappingOf } from './repair/wrapping.ts'
import type { TextEdit } from './text-edit.ts'

/**
 * What to mend in a text that came from a page or a screen, in the order of the text, never overlapping. A text whose lines
 * are its paragraphs keeps them: only what no one writes (ligatures, soft hyphens, doubled spaces, stray addresses) is mended.
 */
export function proposeEdits(raw: RawText, evidence: Evidence): TextEdit[] {
  const { text, layout } = raw
  const lines = layout === 'paragraphs' ? [] : pageLinesOf(text)
  const wrapping = layout === 'paragraphs' ? null : wrappingOf(lines, layout === 'lines')
  const characters = mendCharacters(text, wrapping !== null)
  return wrapping ? merged(mendGaps(text, lines, wrapping, evidence), characters) : characters
}

/** Both in one order. Where they meet, what happens to the lines goes before what happens to a character. */
function merged(gaps: readonly TextEdit[], characters: readonly TextEdit[]): TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let end = 0
  for (const gap of gaps) {
    for (; at < characters.length && characters[at]!.start < gap.end; at++) {
      const one = characters[at]!
      if (one.end <= gap.start && one.start >= end) edits.push(one)
    }
    edits.push(gap)
    end = gap.end
  }
  for (; at < characters.length; at++) if (characters[at]!.start >= end) edits.push(characters[at]!)
  return edits
}
