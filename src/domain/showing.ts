import { type CodeNode, withDescendants } from './code.ts'
import type { Coding } from './coding.ts'

/** Which codings a transcript shows: everybody's, the reader's own, one coder's, one code's with its sub-codes, or none. Counts are of all. */
export type Showing = 'all' | 'mine' | 'none' | { readonly codeId: number } | { readonly coderId: number }

/** As an address names it: `mine`, `none`, a code's number, `by-` and a coder's; anything else is all. */
export function readShowing(written: string | undefined): Showing {
  if (written === 'mine' || written === 'none') return written
  const coder = /^by-(\d{1,9})$/.exec(written ?? '')
  if (coder) return { coderId: Number(coder[1]) }
  return /^[1-9]\d{0,8}$/.test(written ?? '') ? { codeId: Number(written) } : 'all'
}

/** The address's word for it; nothing for all. */
export function writeShowing(showing: Showing): string {
  if (typeof showing === 'string') return showing === 'all' ? '' : showing
  return 'codeId' in showing ? `${showing.codeId}` : `by-${showing.coderId}`
}

/** Whether a coding is shown to this coder. */
export function isShown(showing: Showing, coderId: number, codeOf: ReadonlyMap<number, CodeNode>): (coding: Pick<Coding, 'codeId' | 'coderId'>) => boolean {
  if (showing === 'all') return () => true
  if (showing === 'none') return () => false
  if (showing === 'mine') return (coding) => coding.coderId === coderId
  if ('coderId' in showing) return (coding) => coding.coderId === showing.coderId
  const node = codeOf.get(showing.codeId)
  const ids = new Set(node ? withDescendants(node).map((one) => one.id) : [])
  return (coding) => ids.has(coding.codeId)
}
