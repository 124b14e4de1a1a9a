import type { Guide } from '../domain/guide.ts'
import type { StoredGuide } from '../storage/guides.ts'

/** A guide of the project as a value. `paths`: what its themes are called, by code id; left out where nobody asks. */
export function asGuide({ name, sections }: StoredGuide, paths: ReadonlyMap<number, string> = new Map()): Guide {
  return {
    name,
    sections: sections.map(({ title, questions }) => ({
      title,
      questions: questions.map(({ number, text, codeIds }) => ({ number, text, themes: codeIds.flatMap((id) => paths.get(id) ?? []) })),
    })),
  }
}
