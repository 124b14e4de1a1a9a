import { type Block, type DocTable, headingsOf, levelOf, type Paragraph, runsOf, tableOfColumns, wordsOf } from '../domain/document.ts'

/** A document as Markdown, in pieces: every sign that Markdown would read as its own is escaped, so that it shows the words as they are. */
export function* markdownPieces(blocks: readonly Block[]): Generator<string, void> {
  for (const block of blocks) {
    if ('heads' in block) yield `${tableOf(block)}\n`
    else if ('names' in block) yield `${tableOf(tableOfColumns(block))}\n`
    else if ('contents' in block) yield `${contentsOf(block.contents, blocks)}\n`
    else yield `${paragraphOf(block)}\n\n`
  }
}

function paragraphOf(block: Paragraph): string {
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
    .map(({ text, look }) =>
      look === 'context' && text.trim()
        ? text.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, before, said, after) => `${before}*${inMarkdown(said)}*${after}`)
        : inMarkdown(text),
    )
    .join('')
  return block.style === 'quote'
    ? linesOf(words)
        .join('\n>\n')
        .replace(/^(?!>)/gm, '> ')
    : linesOf(words).join('\n\n')
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
