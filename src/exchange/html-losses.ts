import type { Loss } from '../domain/read-notes.ts'

/** Counts of what a page has and its text has not. */
export type HtmlLeft = Record<'pictures' | 'scripts' | 'navigation' | 'forms' | 'hidden-text', number>

export const nothingLeft = (): HtmlLeft => ({ pictures: 0, scripts: 0, navigation: 0, forms: 0, 'hidden-text': 0 })

export function htmlLosses(left: HtmlLeft): Loss[] {
  return (Object.keys(left) as (keyof HtmlLeft)[]).map((kind) => ({ kind, count: left[kind] })).filter((loss) => loss.count > 0)
}
