/** What is shown for a while: its lines as the file has them, tags and all. Times are in seconds; null where the file has none for it. */
export type Cue = { readonly from: number | null; readonly to: number | null; readonly lines: string[] }

const CLOCK = String.raw`(?:(\d{1,5})[ ]?:[ ]?)?(\d{1,3})[ ]?:[ ]?(\d{1,3})(?:[.,](\w{0,9}))?`
/** WebVTT and SubRip; what follows are settings. Then SBV, where times are a line of their own. */
const ARROW = new RegExp(String.raw`^[ \t]*${CLOCK}[ \t]*-{1,2}>[ \t]*${CLOCK}(?=\s|$)`)
const COMMA = new RegExp(String.raw`^[ \t]*${CLOCK},${CLOCK}[ \t]*$`)
/** Times that are no times, but were meant to be. */
const MEANT = /^[ \t]*-?\d\S{0,15}[ \t]*-->[ \t]*\S/

type Block = { readonly lines: readonly string[]; readonly first: boolean }

/**
 * The cues of a WebVTT, SubRip or SBV file, in its order, and how many comments it holds. Lenient: blank lines, indexes
 * and the first line may be missing. A block without times is more words of the cue before it; only what the formats
 * say is no words (header, styles, regions, comments, names of cues) is left out.
 */
export function cuesOf(text: string): { cues: Cue[]; comments: number } {
  const cues: Cue[] = []
  let comments = 0
  const named = /^\s*WEBVTT/.test(text)
  for (const block of blocksOf(text)) {
    if (named && block.first) addTimed(cues, fromTiming(block.lines), false)
    else if (/^NOTE(?:\s|$)/.test(block.lines[0]!)) comments++
    else if (!/^(?:STYLE|REGION)\s*$/.test(block.lines[0]!)) addBlock(cues, block.lines, named)
  }
  return { cues, comments }
}

function* blocksOf(text: string): Generator<Block> {
  let lines: string[] = []
  let first = true
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push(line)
    else if (lines.length > 0) {
      yield { lines, first }
      lines = []
      first = false
    }
  }
  if (lines.length > 0) yield { lines, first }
}

function fromTiming(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => timesOf(line) !== undefined)
  return at < 0 ? [] : lines.slice(at)
}

function addBlock(cues: Cue[], lines: readonly string[], named: boolean): void {
  const at = lines.findIndex((line) => timesOf(line) !== undefined)
  // What stands before the times is the cue's index or, in WebVTT, its name.
  if (at === 1 && (named || isIndex(lines[0]!))) addTimed(cues, lines.slice(1), true)
  else addTimed(cues, isIndex(lines[0]!) ? lines.slice(1) : lines, true)
}

function addTimed(cues: Cue[], lines: readonly string[], keep: boolean): void {
  lines.forEach((line, at) => {
    const times = timesOf(line)
    if (times) cues.push({ ...times, lines: [] })
    else if (isIndex(line) && at + 1 < lines.length && timesOf(lines[at + 1]!)) return
    else if (cues.length > 0) cues.at(-1)!.lines.push(line)
    else if (keep) cues.push({ from: null, to: null, lines: [line] })
  })
}

function isIndex(line: string): boolean {
  return /^\s*\d{1,7}\s*$/.test(line)
}

function timesOf(line: string): { from: number | null; to: number | null } | undefined {
  if (!/^[ \t]*-?\d/.test(line)) return undefined
  const found = ARROW.exec(line) ?? COMMA.exec(line)
  if (found) return { from: secondsOf(found.slice(1, 5)), to: secondsOf(found.slice(5, 9)) }
  return MEANT.test(line) ? { from: null, to: null } : undefined
}

function secondsOf([hours = '0', minutes, seconds, part = '']: (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + (Number(`0.${/^\d*/.exec(part)![0]}`) || 0)
}
