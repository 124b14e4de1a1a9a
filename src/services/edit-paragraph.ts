import type { EditedParagraph } from '../domain/carry.ts'
import { paragraphsOf } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import { isShownApart } from '../domain/source.ts'
import { type Span, trimSpan } from '../domain/span.ts'
import { normaliseText } from '../domain/text.ts'
import type { House } from '../storage/open.ts'
import { listSpansAround } from '../storage/source-spans.ts'
import { type ChangedText, changeText, type NewText, type TextWish } from './change-text.ts'
import { diffTexts } from './diff-texts.ts'

export type ParagraphEdit = TextWish & { versionId: number; paragraph: Span; text: string }

/**
 * Put other words in the place of a paragraph: a typo, a name. Several lines make several paragraphs. Refused where the text was
 * changed by somebody since `versionId`, which keeps what the person wrote out of somebody else's words.
 */
export async function editParagraph(house: House, wish: ParagraphEdit): Promise<ChangedText> {
  return changeText(house, { ...wish, kind: 'edit-text' }, async (source, old, ledger) => {
    const paragraph = paragraphsOf(old).find(({ start, end }) => start === wish.paragraph.start && end === wish.paragraph.end)
    if (!paragraph) throw new Refusal('not-found', 'refusal.no-paragraph')
    const labels = (await listSpansAround(ledger.trx, source.id, paragraph)).filter(isShownApart)
    return withParagraph(old, paragraph, normaliseText(wish.text).replace(/\n+$/, ''), labels)
  })
}

/** The text with other words in a paragraph. What lay at the ends of its words lies at the ends of the new ones. */
function withParagraph(old: string, { start, end }: Span, words: string, labels: readonly Span[]): NewText {
  const text = old.slice(0, start) + words + old.slice(end)
  const changes = diffTexts(old.slice(start, end), words).map((change) => ({ ...change, start: change.start + start, end: change.end + start }))
  const before = trimSpan(old, { start, end })
  const after = trimSpan(text, { start, end: start + words.length })
  const said = saidFrom(old, before, labels)
  const label = old.slice(before.start, said)
  const kept = said > before.start && text.startsWith(label, after.start)
  const saidNow = trimSpan(text, { start: after.start + label.length, end: Math.max(after.end, after.start + label.length) }).start
  const edited: EditedParagraph = { old: before, now: after, ...(kept ? { said: { old: said, now: saidNow } } : {}) }
  return before.start < before.end && after.start < after.end ? { text, changes, edited } : { text, changes }
}

/** Where what is said begins in a paragraph, after its labels and times. */
function saidFrom(text: string, { start, end }: Span, labels: readonly Span[]): number {
  let at = start
  for (const label of labels) if (label.start <= at && at < label.end) at = trimSpan(text, { start: Math.min(label.end, end), end }).start
  return at
}
