import {
  type Block,
  type DocTable,
  headingsOf,
  levelOf,
  type MarginNote,
  type Paragraph,
  type Run,
  runsOf,
  tableOfColumns,
  wordsOf,
} from '../domain/document.ts'
import { type NoteEnd, noteEnds } from '../domain/note-ends.ts'

/** A document as Markdown, in pieces: every sign that Markdown would read as its own is escaped, so that it shows the words as they are. Notes are footnotes where they end. */
export function* markdownPieces(blocks: readonly Block[], notes: readonly MarginNote[] = []): Generator<string, void> {
  const ends = noteEnds(blocks)
  for (const block of blocks) {
    if ('heads' in block) yield `${tableOf(block)}\n`
    else if ('names' in block) yield `${tableOf(tableOfColumns(block))}\n`
    else if ('contents' in block) yield `${contentsOf(block.contents, blocks)}\n`
    else yield `${paragraphOf(block, ends)}\n\n`
  }
  for (const { note, words } of [...ends.values()].flat().sort((a, b) => a.note - b.note)) yield `[^${note + 1}]: ${footnote(notes[note]!, words)}\n`
}

function footnote({ text, by }: MarginNote, words: string): string {
  return `**${inMarkdown(text)}** ${inMarkdown(words)} (${inMarkdown(by)})`
}

function paragraphOf(block: Paragraph, ends: ReadonlyMap<Run, readonly NoteEnd[]>): string {
  const level = levelOf(block)
  const flat = inMarkdown(
    wordsOf(block)
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
  )
  if (level !== undefined) return `${'#'.repeat(level + 1)} ${flat}`
  if (block.style === 'title') return `# ${flat}`
  if (block.style === 'name') return `**${flat}**`
  if (block.style === 'note') return `*${flat}*`
  const words = runsOf(block)
    .map((run) => {
      const said = run.look === 'context' && run.text.trim() ? aside(run.text) : inMarkdown(run.text)
      return said + (ends.get(run) ?? []).map(({ note }) => `[^${note + 1}]`).join('')
    })
    .join('')
  return block.style === 'quote'
    ? linesOf(words)
        .join('\n>\n')
        .replace(/^(?!>)/gm, '> ')
    : linesOf(words).join('\n\n')
}

function aside(text: string): string {
  return text.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, before, said, after) => `${before}*${inMarkdown(said)}*${after}`)
}

function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => atBegin(line.trim()))
    .filter(Boolean)
}

/** What only the beginning of a line would make something else. */
function atBegin(line: string): string {
  return line.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2').replace(/^([-+=])/, '\\$1')
}

function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&$!^]/g, '\\$&')
}

function tableOf({ heads, rows }: DocTable): string {
  const row = (cells: DocTable['heads']) =>
    `| ${cells.map(({ text, depth = 0 }) => '  '.repeat(depth) + inMarkdown(text).replaceAll('\n', '<br>')).join(' | ')} |`
  return [row(heads), `|${heads.map(() => ' --- |').join('')}`, ...rows.map(row), ''].join('\n')
}

function contentsOf(title: string, blocks: readonly Block[]): string {
  const lines = headingsOf(blocks).map(({ level, words }) => `${'  '.repeat(level - 1)}- ${inMarkdown(words)}`)
  return lines.length === 0 ? '' : `**${inMarkdown(title)}**\n\n${lines.join('\n')}\n`
}
