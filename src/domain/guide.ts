/** A question of a guide. `themes` are paths of codes that it is linked to. */
export type GuideQuestion = { readonly number: number; readonly text: string; readonly themes: readonly string[] }
type GuideSection = { readonly title: string; readonly questions: readonly GuideQuestion[] }
/** An interview guide, as a file or a person wrote it. Questions are numbered through the guide, from 1 where the file gives no numbers. */
export type Guide = { readonly name: string; readonly sections: readonly GuideSection[] }

/** What a guide asks, as one value to compare by: its questions with their numbers. */
export function askedBy(guide: Guide): string {
  return JSON.stringify(questionsOf(guide).map(({ number, text }) => [number, text]))
}

export function questionsOf(guide: Guide): GuideQuestion[] {
  return guide.sections.flatMap((section) => section.questions)
}
