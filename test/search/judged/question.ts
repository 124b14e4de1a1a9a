/**
 * A search with the passages that a person says it must find. A passage is one that has one of the word `forms` (whole words, whatever
 * their capitals), or holds one of the `saying`, has none of the forms `without`, does not hold `withoutSaying`, and stands where `where` says. `not`: forms that must not
 * be found where none of the others is. `exactly`: nothing else may be found at all.
 */
export type Question = {
  readonly ask: string
  readonly kind: 'stem' | 'compound' | 'typo' | 'hyphen' | 'phrase' | 'not' | 'filter' | 'synonym'
  readonly forms?: string
  readonly saying?: readonly string[]
  readonly without?: string
  readonly withoutSaying?: string
  readonly not?: string
  readonly where?: { readonly cases?: string; readonly speaker?: 'Informant' | 'Intervjuare' }
  readonly exactly?: true
}
export type Passage = { readonly case: string; readonly paragraph: number; readonly text: string; readonly speaker: string }

/** Whether a passage must be found. */
export function mustFind({ forms, saying, without, withoutSaying, where }: Question, passage: Passage): boolean {
  const said = passage.text.toLowerCase()
  if (forms !== undefined && !hasForm(said, forms)) return false
  if (saying && !saying.some((one) => new RegExp(`(?<![\\p{L}\\p{N}])${one}(?![\\p{L}\\p{N}])`, 'u').test(said))) return false
  if (without !== undefined && hasForm(said, without)) return false
  if (withoutSaying !== undefined && new RegExp(`${withoutSaying}(?![\\p{L}\\p{N}])`, 'u').test(said)) return false
  if (where?.cases !== undefined && !where.cases.split(' ').includes(passage.case)) return false
  return where?.speaker === undefined || where.speaker === passage.speaker
}

/** Whether a passage must not be found. */
export function mustNotFind(question: Question, passage: Passage): boolean {
  if (mustFind(question, passage)) return false
  return question.exactly === true || (question.not !== undefined && hasForm(passage.text.toLowerCase(), question.not))
}

function hasForm(text: string, forms: string): boolean {
  return forms.split(' ').some((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'u').test(text))
}
