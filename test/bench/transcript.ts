import type { Chance } from './chance.ts'
import { drawWord } from './vocabulary.ts'

export type Turn = { speaker: 'Intervjuare' | 'Informant'; start: number; end: number; label: number }
export type MadeTranscript = { text: string; turns: Turn[] }

/** An interview of so many words in so many paragraphs: questions of 20 words or so, answers that take the rest. `label` is where a turn's label ends. */
export function makeTranscript(chance: Chance, words: number, paragraphs: number): MadeTranscript {
  const turns: Turn[] = []
  const lines: string[] = []
  let at = 0
  let left = words
  for (let nth = 0; nth < paragraphs; nth++) {
    const asks = nth % 2 === 0
    const answersLeft = Math.ceil((paragraphs - nth) / 2)
    const share = asks ? chance.whole(8, 32) : nth >= paragraphs - 2 ? left : Math.round((left / answersLeft - 20) * (0.4 + 1.2 * chance.next()))
    const speaker = asks ? 'Intervjuare' : 'Informant'
    const count = Math.max(4, Math.min(left, share))
    const line = `${speaker}: ${speak(chance, count, asks)}`
    turns.push({ speaker, start: at, end: at + line.length, label: at + speaker.length + 2 })
    lines.push(line)
    at += line.length + 1
    left = Math.max(0, left - count)
  }
  return { text: lines.join('\n'), turns }
}

function speak(chance: Chance, words: number, asks: boolean): string {
  const sentences: string[] = []
  for (let left = words; left > 0; ) {
    const length = Math.min(left, chance.whole(3, 22))
    const said = Array.from({ length }, () => drawWord(chance))
    if (length > 8) said[4] += ','
    said[0] = said[0]![0]!.toUpperCase() + said[0]!.slice(1)
    sentences.push(said.join(' ') + (asks && left === length ? '?' : '.'))
    left -= length
  }
  return sentences.join(' ')
}
