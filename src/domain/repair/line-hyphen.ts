import type { Evidence } from './evidence.ts'
import type { WordForms } from './word-forms.ts'

/** What becomes of a word that a line's end parts: `cut` units of the first line's end go, and `to` stands between the parts. */
export type Joint = { readonly kind: 'soft-hyphens' | 'line-hyphens'; readonly cut: number; readonly to: string }

const PARTED = /([\p{L}\p{N}]+(?:[-'’‐‑][\p{L}\p{N}]+)*)([-‐‑\u00AD¬])$/u
const NEXT = /^[\p{L}\p{N}]+(?:[-'’‐‑][\p{L}\p{N}]+)*/u
const SUSPENDED = /^(?:och|og|eller|samt|men|respektive|resp|till|til|and|or|to|als|än)(?![\p{L}\p{N}])/u

/**
 * How a word is put together that one line ends with and the next goes on with. A hyphen goes only where the joined form is
 * better known than the hyphenated; else it stays, as it does in "70- og 80-tallet". Undefined where no word is parted.
 */
export function jointOf(before: string, after: string, forms: () => WordForms, evidence: Evidence): Joint | undefined {
  const parted = PARTED.exec(before.slice(-80))
  const next = NEXT.exec(after.slice(0, 80))?.[0]
  if (!parted || !next) return undefined
  const [, head, sign] = parted as unknown as [string, string, string]
  if (sign === '\u00AD' || sign === '¬') return { kind: 'soft-hyphens', cut: 1, to: '' }
  if (SUSPENDED.test(after)) return { kind: 'line-hyphens', cut: 0, to: ' ' }
  if (!/\p{Ll}$/u.test(head) || !/^\p{Ll}/u.test(next)) return { kind: 'line-hyphens', cut: 0, to: '' }
  const joined = known(head, '', next, forms, evidence)
  const apart = known(head, '-', next, forms, evidence)
  return joined > apart ? { kind: 'line-hyphens', cut: 1, to: '' } : { kind: 'line-hyphens', cut: 0, to: '' }
}

/** How often a form is met: as it is, with another ending, or without its own. */
function known(head: string, sign: string, next: string, forms: () => WordForms, evidence: Evidence): number {
  const form = `${head}${sign}${next}`.toLowerCase()
  const stems = [1, 2, 3].filter((cut) => next.length - cut >= 3).map((cut) => form.slice(0, -cut))
  return forms().count(form) + evidence(form) + stems.filter((stem) => forms().has(stem)).length
}
