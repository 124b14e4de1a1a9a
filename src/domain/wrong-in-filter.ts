import { formatClause } from './format-filter.ts'
import { parseFilter, placedClauses } from './parse-filter.ts'
import { Refusal, type RefusalValues } from './refusal.ts'

type Refused = { readonly key: string; readonly values: RefusalValues }
/** Where in a filter's text what was refused stands, and what may be written there instead. */
export type WrongInFilter = { readonly start: number; readonly end: number; readonly offers: readonly string[] }

/** Find in a text what was refused of it; null where the text has nothing that was. */
export function wrongInFilter(text: string, refused: Refused): WrongInFilter | null {
  const { clause, place } = refused.values
  if (clause === undefined) return typeof place === 'number' && isRefusedSo(text, refused) ? { ...pieceAt(text, place - 1), offers: [] } : null
  const found = placedClauses(text).find((one) => formatClause(one.clause) === clause)
  return found ? { start: found.start, end: found.end, offers: offersIn(text.slice(found.start, found.end), refused.values) } : null
}

/** The conditions that are offered, under the key that was written. */
export function offersIn(written: string, { key, offers = '' }: RefusalValues): string[] {
  const [own] = /^[^":<>]+(?=:)/.exec(written) ?? []
  return `${offers}`
    .split('\n')
    .filter(Boolean)
    .map((one) => (own !== undefined && one.startsWith(`${key}:`) ? own + one.slice(`${key}`.length) : one))
}

function isRefusedSo(text: string, { key, values }: Refused): boolean {
  try {
    parseFilter(text)
    return false
  } catch (error) {
    return error instanceof Refusal && error.key === key && error.values['place'] === values['place']
  }
}

/** What stands at a place up to the next space; at the end of the text the last of it. */
function pieceAt(text: string, at: number): { start: number; end: number } {
  const start = Math.min(at, text.trimEnd().length)
  const end = start + (/^\S*/.exec(text.slice(start))?.[0].length ?? 0)
  return end > start ? { start, end } : { start: Math.max(0, text.slice(0, start).search(/\S+\s*$/)), end: start }
}
