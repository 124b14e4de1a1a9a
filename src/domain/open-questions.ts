import type { Memo } from './memo.ts'

/** A question that somebody wrote in a memo. `answer`: the first that somebody else wrote on the same thing afterwards. */
export type OpenQuestion = { readonly memo: Memo; readonly answer: Memo | null }

/** Memos that ask something (`memos` the newest first), but for those that are talked about in a thread, `discussed`: that is open or settled by itself. Those without an answer stand before those with one, the newest first. */
export function openQuestions(memos: readonly Memo[], discussed: ReadonlySet<number>): OpenQuestion[] {
  const questions = memos
    .filter(({ id, text }) => text.includes('?') && !discussed.has(id))
    .map((memo) => {
      const after = memos.filter((other) => other.id > memo.id && other.target.kind === memo.target.kind && other.target.id === memo.target.id)
      return { memo, answer: after.findLast((other) => other.coderId !== memo.coderId) ?? null }
    })
  return [...questions.filter(({ answer }) => !answer), ...questions.filter(({ answer }) => answer)]
}
