import { writeShowing } from '../../src/domain/showing.ts'
import type { TranscriptView } from './transcript-view.ts'

/** A link to a paragraph of the source: without a script the page with it in focus, with one only the focus moves. */
export function toParagraph(of: TranscriptView, number: number): { href: string; 'data-to': string } {
  const show = writeShowing(of.showing)
  return { href: `${of.path}?${show && `show=${show}&`}focus=${number}#st-${number}`, 'data-to': `st-${number}` }
}
