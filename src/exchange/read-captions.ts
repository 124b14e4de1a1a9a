import type { RawText } from '../domain/raw-text.ts'
import type { Loss, Repair } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { repairText } from '../domain/text-repairs.ts'
import { type Cue, cuesOf } from './caption-cues.ts'
import { cleanCaption, type Said, saidIn, voicesIn } from './caption-lines.ts'

/** A pause, in seconds, after which a sentence begins a paragraph; one after which anything does. */
const PAUSE = 2
const LONG_PAUSE = 6
/** Words after which a paragraph ends with its sentence; after which it ends anyhow. */
const WORDS = 60
const MOST_WORDS = 150

/**
 * The text of captions (WebVTT, SubRip, SBV) as a transcript: what one says is a paragraph, the time it begins first, then
 * who speaks, where the file tells. Where it doesn't, cues are joined to paragraphs of whole sentences. Captions that roll
 * up, each line shown twice, are written once. Refuses a file without cues.
 */
export function readCaptions(plain: RawText): RawText {
  const { text, repairs } = repairText(plain.text)
  const { cues, comments } = cuesOf(text)
  if (!cues.some(({ from }) => from !== null)) throw new Refusal('invalid', 'refusal.import-no-cues')
  const said = saidIn(unrolled(cues)).filter(({ words, speaker }) => words !== '' || speaker !== null)
  if (said.length === 0) throw new Refusal('invalid', 'refusal.import-no-cues')
  const joined: Repair = { kind: 'cues', count: cues.length }
  const losses: Loss[] = comments > 0 ? [{ kind: 'comments', count: comments }] : []
  const transcript = { text: paragraphsOf(said).join('\n'), voices: voicesIn(cues) }
  return { ...plain, ...transcript, layout: 'paragraphs', repairs: [...plain.repairs, ...repairs, joined], losses }
}

/** Cues without the lines that the cue before them still showed, where that is how the file is made. */
function unrolled(cues: readonly Cue[]): Cue[] {
  const shown = cues.map((cue) => cue.lines.map(cleanCaption).filter((line) => line !== ''))
  const overlaps = shown.map((lines, at) => (at === 0 ? 0 : overlapOf(shown[at - 1]!, lines, cues[at - 1]!, cues[at]!)))
  const rolling = overlaps.filter((count) => count > 0).length
  // A line that goes on while another comes under it: somebody who says the same twice shows none.
  const grows = overlaps.some((count, at) => count > 0 && count < shown[at]!.length)
  if (!grows || rolling < 2 || rolling < (cues.length - 1) * 0.4) return [...cues]
  return cues.map((cue, at) => ({ ...cue, lines: cue.lines.filter((line) => cleanCaption(line) !== '').slice(overlaps[at]) }))
}

/** How many lines a cue begins with that the one before it ended with, and that were never gone in between. */
function overlapOf(before: readonly string[], lines: readonly string[], { to }: Cue, { from }: Cue): number {
  if (to !== null && from !== null && from - to > 0.5) return 0
  for (let count = Math.min(before.length, lines.length, 8); count > 0; count--) {
    const tail = before.slice(-count)
    if (tail.every((line, at) => line === lines[at])) return count
  }
  return 0
}

type Paragraph = {
  readonly from: number | null
  to: number | null
  readonly speaker: string | null
  readonly begins: boolean
  readonly words: string[]
  count: number
}

function paragraphsOf(said: readonly Said[]): string[] {
  const paragraphs: Paragraph[] = []
  for (const one of said) {
    const last = paragraphs.at(-1)
    const count = one.words.split(' ').length
    if (last && goesOn(last, one)) {
      last.words.push(one.words)
      last.count += count
      last.to = one.to ?? last.to
    } else paragraphs.push({ from: one.from, to: one.to, speaker: one.speaker, begins: one.begins, words: [one.words], count })
  }
  return paragraphs.map(written)
}

function goesOn(paragraph: Paragraph, { from, speaker, begins }: Said): boolean {
  if (speaker !== null) return speaker === paragraph.speaker
  if (begins) return false
  const pause = from !== null && paragraph.to !== null ? from - paragraph.to : 0
  if (pause > LONG_PAUSE || paragraph.count >= MOST_WORDS) return false
  if (!/[.!?…♪][”"’»)\]]*$/.test(paragraph.words.at(-1)!)) return true
  // A dash is for one cue: who speaks in the next is not said.
  return pause <= PAUSE && paragraph.count < WORDS && !(paragraph.begins && paragraph.speaker === null)
}

function written({ from, speaker, words }: Paragraph): string {
  const time =
    from === null || from >= 360_000
      ? ''
      : `[${[from / 3600, (from / 60) % 60, from % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')}] `
  return `${time}${speaker === null ? '' : `${speaker}: `}${words.join(' ')}`.trim()
}
