/** What a paragraph of a document is, by which every format styles it. */
export type BlockStyle = 'title' | 'heading1' | 'heading2' | 'heading3' | 'name' | 'note' | 'text' | 'quote'
/** Words of a paragraph, and what they are where they are not its own: what stands round a quotation, its reference. `notes`: the document's notes that lie on them. */
export type Run = { readonly text: string; readonly look?: 'context' | 'cite' | undefined; readonly notes?: readonly number[] | undefined }
export type Paragraph = { readonly style: BlockStyle; readonly text: string } | { readonly style: BlockStyle; readonly runs: readonly Run[] }

/** A table: its head stands again on each page. `heat` (0-4) shades a cell, `depth` moves a name in. One of `widths` (their shares of the page) is read as text; one without has a first column of names and many narrow ones of numbers. */
export type Cell = { readonly text: string; readonly heat?: number; readonly depth?: number; readonly number?: boolean }
export type DocTable = { readonly heads: readonly Cell[]; readonly rows: readonly (readonly Cell[])[]; readonly widths?: readonly number[] }

/** Columns of running text, as wide as told in twentieths of a point: their heads stand again on each page, a row may go on over its end. `strong` rows are shaded. */
export type Columns = { readonly widths: readonly number[]; readonly names: readonly string[]; readonly rows: readonly ColumnsRow[] }
export type ColumnsRow = { readonly cells: readonly (readonly Paragraph[])[]; readonly strong?: boolean }

/** Where the table of contents stands, of the headings after it, under this heading. */
export type Contents = { readonly contents: string }
/** A document to take home, as every format writes it. */
export type Block = Paragraph | DocTable | Columns | Contents

/** A note in the margin: who wrote it, when, and what. */
export type MarginNote = { readonly by: string; readonly at: string; readonly text: string }

export function runsOf(paragraph: Paragraph): readonly Run[] {
  return 'runs' in paragraph ? paragraph.runs : [{ text: paragraph.text }]
}

/** All words of a paragraph. */
export function wordsOf(paragraph: Paragraph): string {
  return 'runs' in paragraph ? paragraph.runs.map(({ text }) => text).join('') : paragraph.text
}

const levels: Partial<Record<BlockStyle, number>> = { heading1: 1, heading2: 2, heading3: 3 }

/** The level of a heading, from 1; undefined where a block is none. */
export function levelOf(block: Block): number | undefined {
  return 'style' in block ? levels[block.style] : undefined
}

/** Columns as a table, where a format has no room for paragraphs in cells. */
export function tableOfColumns({ widths, names, rows }: Columns): DocTable {
  const cell = (paragraphs: readonly Paragraph[]) => ({ text: paragraphs.map(wordsOf).join('\n') })
  return { widths, heads: names.map((text) => ({ text })), rows: rows.map(({ cells }) => cells.map(cell)) }
}

/** The headings of a document in order, each with a number of its own by which it is linked to. */
export function headingsOf(blocks: readonly Block[]): { level: number; words: string }[] {
  return blocks.flatMap((block) => {
    const level = levelOf(block)
    return level === undefined ? [] : [{ level, words: wordsOf(block as Paragraph) }]
  })
}

type Change = (parts: readonly string[]) => readonly string[]

/** A document with the words of each paragraph, in its runs, and of each cell put through something. Paragraphs of one style that follow each other are one text: a name may begin in one and end in the next. */
export function mapWords(blocks: readonly Block[], change: Change): Block[] {
  const one = (text: string) => change([text])[0]!
  const cell = (of: Cell) => ({ ...of, text: one(of.text) })
  const paragraphs = changedParagraphs(
    blocks.map((block) => ('style' in block ? block : undefined)),
    change,
  )
  return blocks.map((block, at): Block => {
    if ('style' in block) return paragraphs[at]!
    if ('heads' in block) return { ...block, heads: block.heads.map(cell), rows: block.rows.map((row) => row.map(cell)) }
    if ('contents' in block) return { contents: one(block.contents) }
    const rows = block.rows.map((row) => ({ ...row, cells: row.cells.map((cells) => changedParagraphs(cells, change)) }))
    return { ...block, names: block.names.map(one), rows }
  })
}

/** What is no paragraph parts those before it from those after it. */
function changedParagraphs<P extends Paragraph | undefined>(list: readonly P[], change: Change): P[] {
  const changed: P[] = []
  for (let from = 0; from < list.length; ) {
    let to = from + 1
    while (to < list.length && list[from] && list[to]?.style === list[from]!.style) to++
    const stretch = list.slice(from, to)
    changed.push(...(list[from] ? (changedStretch(stretch as Paragraph[], change) as P[]) : stretch))
    from = to
  }
  return changed
}

/** Paragraphs changed as one text. A reference and a number stand beside the words and are changed by themselves; words with a reference end there. */
function changedStretch(stretch: readonly Paragraph[], change: Change): Paragraph[] {
  const within = stretch.map((block) => runsOf(block))
  const parts = change(within.flatMap((runs) => [...runs.map(({ text, look }) => (look === 'cite' ? '' : text)), runs.at(-1)?.look === 'cite' ? APART : '\n']))
  let at = 0
  return stretch.map((block, nth) => {
    const runs = within[nth]!.map((run, place) => ({ ...run, text: run.look === 'cite' ? change([run.text])[0]! : parts[at + place]! }))
    at += runs.length + 1
    return 'text' in block ? { ...block, text: runs[0]!.text } : { ...block, runs }
  })
}
/** No name goes over this. */
const APART = '\n¶\n'
