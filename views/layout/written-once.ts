import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Fragment, jsx } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'

const written = new WeakMap<object, Map<string, HtmlEscapedString>>()

/**
 * What looks the same at each place is written once and then stands there as it is. `of` is all that it depends on beside `which`, and what it
 * lives as long as: a reader's sentences, the codes of a page.
 */
export function writtenOnce(of: object, which: string, view: () => Child): HtmlEscapedString {
  const pieces = written.get(of) ?? new Map<string, HtmlEscapedString>()
  written.set(of, pieces)
  const known = pieces.get(which)
  if (known) return known
  const piece = raw(String(jsx(Fragment, {}, view() as never)))
  pieces.set(which, piece)
  return piece
}
