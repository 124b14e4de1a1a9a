import { overlap, type Span } from './span.ts'

export type CodedQuotation = Span & { readonly sourceId: number; readonly quotationId: number; readonly codeId: number; readonly coderId: number }

/**
 * Codings as their quotations are printed, each group of them once: all of one quotation, and those of different coders who put the same
 * code on words that overlap. `isApart`: one whose quotation stands by itself (it is shortened, say). In the order in which they stand.
 */
export function quotedTogether<Q extends { readonly coding: CodedQuotation }>(all: readonly Q[], isApart: (one: Q) => boolean): Q[][] {
  const groups: Q[][] = []
  const byQuotation = new Map<number, Q[]>()
  const bySource = new Map<number, Q[][]>()
  for (const one of all) {
    const { quotationId, sourceId } = one.coding
    const near = (bySource.get(sourceId) ?? []).filter((group) => group.some(({ coding }) => overlap(coding, one.coding)))
    const there = byQuotation.get(quotationId) ?? (isApart(one) ? undefined : near.find((group) => isOfAnotherCoder(group, one)))
    if (there) there.push(one)
    const group = there ?? [one]
    if (!there) groups.push(group)
    byQuotation.set(quotationId, group)
    // What comes after may overlap only what this one does: they come in the order of their beginnings.
    bySource.set(sourceId, isApart(one) || near.includes(group) ? near : [...near, group])
  }
  return groups
}

function isOfAnotherCoder(group: readonly { readonly coding: CodedQuotation }[], { coding }: { readonly coding: CodedQuotation }): boolean {
  return group.some(({ coding: { codeId } }) => codeId === coding.codeId) && group.every(({ coding: { coderId } }) => coderId !== coding.coderId)
}
