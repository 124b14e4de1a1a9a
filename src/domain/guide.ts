/** A question of a guide. `themes` are paths of codes that it is linked to. */
export type GuideQuestion = { readonly number: number; readonly text: string; readonly themes: readonly string[] }
export type GuideSection = { readonly title: string; readonly questions: readonly GuideQuestion[] }
/** An interview guide, as a file or a person wrote it. Questions are numbered through the guide, from 1 where the file gives no numbers. */
export type Guide = { readonly name: string; readonly sections: readonly GuideSection[] }

export function questionsOf(guide: Guide): GuideQuestion[] {
  return guide.sections.flatMap((section) => section.questions)
}
