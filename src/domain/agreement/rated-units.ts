import { runsOf, type Span } from '../span.ts'
import type { RatedRow, Ratings } from './ratings.ts'

/** What is compared: each character, or the stretch that any part of a coding touches. */
export const agreementUnits = ['character', 'sentence', 'turn', 'answer', 'source'] as const
export type AgreementUnit = (typeof agreementUnits)[number]

type CoderCoding = Span & { readonly coder: number; readonly codeId: number }
/**
 * A source that at least two coders rated. `raters`: bits of the coders, by their place. `units`: its stretches, each one or several spans; for
 * characters its paragraphs, which together are the whole text. `coder` of a coding is a place too.
 */
export type RatedSource = { readonly raters: number; readonly units: readonly (readonly Span[])[]; readonly codings: readonly CoderCoding[] }

/** The ratings of all these sources: character by character, or unit by unit. */
export function ratingsOf(sources: readonly RatedSource[], coders: number, byCharacter: boolean): Ratings {
  const sizes: number[] = []
  const raters = [...new Set(sources.map((source) => source.raters))]
  const ratersAt: number[] = []
  const rows: RatedRow[] = []
  for (const source of sources) {
    const first = sizes.length
    for (const unit of source.units) {
      sizes.push(byCharacter ? unit[0]!.end - unit[0]!.start : 1)
      ratersAt.push(raters.indexOf(source.raters))
    }
    for (const row of byCharacter ? characterRows(source, coders) : unitRows(source, coders)) rows.push({ ...row, block: first + row.block })
  }
  return { coders, sizes: Float64Array.from(sizes), raters, ratersAt: Int32Array.from(ratersAt), rows }
}

/** Stretches of a paragraph over which the same codes lie. */
function characterRows({ units, codings }: RatedSource, coders: number): RatedRow[] {
  return units.flatMap(([paragraph], block) => {
    const here = codings.filter(({ start, end }) => start < paragraph!.end && paragraph!.start < end)
    return runsOf(paragraph!, here).flatMap(({ start, end, under }) =>
      under.length === 0 ? [] : [{ block, size: end - start, codes: codesBy(under, coders) }],
    )
  })
}

function unitRows({ units, codings }: RatedSource, coders: number): RatedRow[] {
  return units.flatMap((spans, block) => {
    const here = codings.filter((coding) => spans.some(({ start, end }) => coding.start < end && start < coding.end))
    return here.length === 0 ? [] : [{ block, size: 1, codes: codesBy(here, coders) }]
  })
}

function codesBy(codings: readonly CoderCoding[], coders: number): number[][] {
  const codes = Array.from({ length: coders }, () => new Set<number>())
  for (const { coder, codeId } of codings) codes[coder]!.add(codeId)
  return codes.map((ids) => [...ids].sort((a, b) => a - b))
}
