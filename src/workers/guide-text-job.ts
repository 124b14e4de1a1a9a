import { extname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { readPlain, readRaw } from '../exchange/read-raw.ts'

/** The text of a guide's file. Headings of a document become lines that begin with `#`; a plain file is taken as it is written. */
export async function guideTextJob({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length > 0 && /^\.(md|markdown|txt)$/i.test(extname(name))) return readPlain(buffer, null).text
  const extracted = await readRaw(buffer, name)
  if (extracted.kind === 'table') throw new Refusal('invalid', 'refusal.guide-table')
  const { text, marks } = extracted.raw
  const headings = marks.flatMap((mark) => (mark.kind === 'heading' ? [mark] : [])).sort((a, b) => b.start - a.start)
  return headings.reduce((marked, { start, level }) => {
    const line = marked.lastIndexOf('\n', start - 1) + 1
    return marked.startsWith('#', line) ? marked : `${marked.slice(0, line)}${'#'.repeat(Math.min(level, 6))} ${marked.slice(line)}`
  }, text)
}
