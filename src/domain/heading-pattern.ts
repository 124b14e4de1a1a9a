import { Refusal } from './refusal.ts'

/** UTF-16 units of the longest pattern. */
const LONGEST = 200

/**
 * A person's regular expression for headings, line by line. Refuses, with a sentence, one that is none, one too long, and
 * one that may take for ever: a repeated group in which something is repeated or chosen, and a group that is referred back to.
 */
export function headingPattern(pattern: string): RegExp {
  if (pattern.trim() === '') throw new Refusal('invalid', 'refusal.split-empty')
  if (pattern.length > LONGEST) throw new Refusal('invalid', 'refusal.split-long', { most: LONGEST })
  let compiled: RegExp
  try {
    compiled = new RegExp(pattern, 'gmu')
  } catch {
    throw new Refusal('invalid', 'refusal.split-pattern', { pattern })
  }
  if (isHeavy(pattern)) throw new Refusal('invalid', 'refusal.split-heavy', { pattern })
  return compiled
}

/** Whether matching may take time that grows without bounds. A backslash hides the sign after it, a class is one sign. */
function isHeavy(pattern: string): boolean {
  const plain = pattern
    .replace(/\\[pP]\{[^}]*\}/g, 'x')
    .replace(/\\k<[^>]*>|\\[1-9]/g, '\u0000')
    .replace(/\\./gsu, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
  if (plain.includes('\u0000')) return true
  const open: { busy: boolean }[] = []
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at]!
    if (sign === '(') open.push({ busy: false })
    else if (sign === ')') {
      const group = open.pop()
      const repeated = repeats(plain, at + 1)
      if (group?.busy && repeated) return true
      if ((group?.busy || repeated) && open.length > 0) open.at(-1)!.busy = true
    } else if (open.length > 0 && (sign === '|' || repeats(plain, at))) open.at(-1)!.busy = true
  }
  return false
}

/** Whether a quantifier without an end begins here. */
function repeats(plain: string, at: number): boolean {
  return /^(?:[*+]|\{\d+,\}|\{\d*,?\d{3,}\})/.test(plain.slice(at, at + 12))
}
