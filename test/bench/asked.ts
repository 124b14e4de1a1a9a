import { type Chance, chanceOf } from './chance.ts'
import { makeTranscript } from './transcript.ts'
import { drawWord } from './vocabulary.ts'

/** So many questions, no two alike, the same in every run. */
export function makeQuestions(count: number): string[] {
  const chance = chanceOf(13)
  return Array.from({ length: count }, () => `Hur ${Array.from({ length: 11 }, () => drawWord(chance)).join(' ')}?`)
}

/** A guide's text with these questions. */
export function guideOf(questions: readonly string[]): string {
  return `# Asked\n\n${questions.map((question, at) => `${at + 1}. ${question}`).join('\n')}\n`
}

/** An interview in which these questions are put one after another, now and then with words before them, between other questions of the interviewer's. */
export function makeAsked(chance: Chance, words: number, paragraphs: number, questions: readonly string[]): string {
  const lines = makeTranscript(chance, words, paragraphs).text.split('\n')
  const each = Math.floor(lines.length / questions.length / 2) * 2
  for (const [at, question] of questions.entries()) lines[at * each] = chance.next() < 0.3 ? `Intervjuare: Ja, då så. ${question}` : `Intervjuare: ${question}`
  return lines.join('\n')
}
