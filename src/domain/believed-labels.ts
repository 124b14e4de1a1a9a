import type { ReadOptions } from './read-options.ts'
import { roleOfLabel } from './speaker-role.ts'
import { fixOf, isNaming, type Line } from './turn-lines.ts'

/** The labels that are somebody's, by their keys: known words for a role, those that recur, and those that a person fixed. */
export function believedLabels(lines: readonly Line[], fixes: ReadOptions['speakers']): Set<string> {
  const counts = new Map<string, number>()
  const alone = new Set(namesAlone(lines))
  const counted = lines.filter((line) => line.header && (line.header.style !== 'alone' || isRole(line.header.label) || alone.has(line)))
  for (const { key } of counted) counts.set(key, (counts.get(key) ?? 0) + 1)
  const believed = new Set<string>()
  for (const { key, header } of counted) {
    const known = isRole(header!.label) && (header!.label.length > 1 || /^[IRQ]$/i.test(header!.label))
    if (known || counts.get(key)! >= (header!.style === 'tab' ? 3 : 2)) believed.add(key)
  }
  for (const { key, header } of lines) {
    const fix = header && fixOf(header.label, fixes)
    if (fix && isNaming(fix)) believed.add(key)
  }
  return believed
}

/**
 * Whether a line begins a turn. A name on a line of its own does where it stands over words after an empty line, so that an
 * answer that is one word ("Ja") is no speaker.
 */
export function beginsTurn(lines: readonly Line[], at: number, believed: ReadonlySet<string>): boolean {
  const { header, key } = lines[at]!
  if (!header || !believed.has(key)) return false
  return header.style !== 'alone' || isRole(header.label) || standsOver(lines, at)
}

function isRole(label: string): boolean {
  return roleOfLabel(label) !== undefined
}

function standsOver(lines: readonly Line[], at: number): boolean {
  const isBlank = (index: number) => (lines[index]?.words.trim() ?? '') === ''
  return isBlank(at - 1) && !isBlank(at + 1)
}

/** Names on lines of their own: two to eight, not all in the same round (recurring headings), not words that begin sentences too. */
function namesAlone(lines: readonly Line[]): Line[] {
  const named = lines.filter((line, at) => line.header?.style === 'alone' && !isRole(line.header.label) && standsOver(lines, at))
  const keys = named.map((line) => line.key)
  const distinct = [...new Set(keys)]
  if (distinct.length < 2 || distinct.length > 8 || named.length < distinct.length * 2) return []
  const round = keys.every((key, at) => key === keys[at % distinct.length])
  return round && distinct.length > 2 ? [] : named
}
