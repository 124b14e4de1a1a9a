import { type Span, unionOf } from '../span.ts'

export type DisputedCoding = Span & { readonly coderId: number; readonly quotationId: number }
/** A passage over which coders differ: all that any of them put the code on, one after another without a gap. `by`: the words of each coder, none where they left it. */
export type Disagreement<C extends DisputedCoding = DisputedCoding> = Span & {
  readonly codings: readonly C[]
  readonly by: readonly { coderId: number; spans: readonly Span[] }[]
  /** Somebody did not use the code here; else they only differ in where it begins and ends. */
  readonly missing: boolean
}

/** Where these coders differ over one code in one source. All of them have rated the source. */
export function disagreementsIn<C extends DisputedCoding>(coderIds: readonly number[], codings: readonly C[]): Disagreement<C>[] {
  return unionOf(codings).flatMap((passage) => {
    const here = codings.filter((coding) => coding.start < passage.end && passage.start < coding.end)
    const by = coderIds.map((coderId) => ({ coderId, spans: unionOf(here.filter((coding) => coding.coderId === coderId)) }))
    const alike = by.every(({ spans }) => spans.length === 1 && spans[0]!.start === passage.start && spans[0]!.end === passage.end)
    return alike ? [] : [{ ...passage, codings: here, by, missing: by.some(({ spans }) => spans.length === 0) }]
  })
}
