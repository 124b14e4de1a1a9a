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
import { inXml } from './in-xml.ts'

export type HtmlOptions = { readonly title: string; readonly language: string; readonly notes?: readonly MarginNote[] }

/** A document as one web page that refers to nothing outside itself, in pieces. Notes stand beside the paragraph in which they begin. */
export function* htmlPieces(blocks: readonly Block[], { title, language, notes = [] }: HtmlOptions): Generator<string, void> {
  yield `<!doctype html>\n<html lang="${inXml(language)}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`
  yield `<title>${inXml(title)}</title>\n<style>${style}</style>\n</head>\n<body${notes.length > 0 ? ' class="with-notes"' : ''}>\n`
  const told = new Set<number>()
  let heading = 0
  for (const block of blocks) {
    if ('heads' in block) yield tableOf(block)
    else if ('names' in block) yield tableOf(tableOfColumns(block))
    else if ('contents' in block) yield contentsOf(block.contents, blocks)
    else if (levelOf(block) !== undefined) yield `<h${levelOf(block)! + 1} id="h${heading++}">${inXml(wordsOf(block))}</h${levelOf(block)! + 1}>\n`
    else yield paragraphOf(block, notes, told)
  }
  yield '</body>\n</html>\n'
}

const elements = { title: 'h1', name: 'p', note: 'p', text: 'p', quote: 'blockquote' } as const

function paragraphOf(block: Paragraph, notes: readonly MarginNote[], told: Set<number>): string {
  const element = elements[block.style as keyof typeof elements]
  const named = block.style === 'title' || block.style === 'quote' ? '' : ` class="${block.style}"`
  const words = `<${element}${named}>${runsOf(block).map(runOf).join('')}</${element}>\n`
  const begins = runsOf(block)
    .flatMap((run) => run.notes ?? [])
    .filter((id) => !told.has(id) && told.add(id))
  return begins.length === 0 ? words : `<div class="noted">\n${words}<aside>${begins.map((id) => noteOf(notes[id]!, id)).join('')}</aside>\n</div>\n`
}

function noteOf({ by, text }: MarginNote, id: number): string {
  return `<p id="n${id}"><b>${inXml(text).replaceAll('\n', '<br>')}</b> ${inXml(by)}</p>`
}

function runOf({ text, look, notes }: Run): string {
  const words = inXml(text).replaceAll('\n', '<br>\n')
  const marked = notes && notes.length > 0 ? `<mark${notes.length > 1 ? ' class="many"' : ''}>${words}</mark>` : words
  return look ? `<span class="${look}">${marked}</span>` : marked
}

function tableOf({ heads, rows }: DocTable): string {
  const cells = (row: DocTable['heads'], element: string) =>
    row.map(({ text, number }) => `<${element}${number ? ' class="number"' : ''}>${inXml(text).replaceAll('\n', '<br>')}</${element}>`).join('')
  const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')
  return `<div class="table"><table>\n<thead><tr>${cells(heads, 'th')}</tr></thead>\n<tbody>${body}</tbody>\n</table></div>\n`
}

function contentsOf(title: string, blocks: readonly Block[]): string {
  const lines = headingsOf(blocks).map(({ level, words }, at) => `<li class="l${level}"><a href="#h${at}">${inXml(words)}</a></li>`)
  return lines.length === 0 ? '' : `<nav><p class="name">${inXml(title)}</p><ol>${lines.join('\n')}</ol></nav>\n`
}

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1b1e1f, #e6e6e2); --quiet: light-dark(#5d6466, #a3a9aa); --line: light-dark(#c9cdcd, #454a4b); --wash: light-dark(#f3ecd2, #4a4326); }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1.2rem; font: 1.06rem/1.55 Georgia, "Source Serif 4", serif; color: var(--ink); background: light-dark(#fff, #1b1e1f); overflow-wrap: break-word; }
body.with-notes { max-width: 64rem; }
h1, h2, h3, h4, .name, .note, nav, aside, table { font-family: system-ui, "Segoe UI", sans-serif; line-height: 1.3; }
h2 { border-top: 2px solid; padding-top: .6rem; margin-top: 2.6rem; } h3 { margin-top: 2rem; }
.name { font-weight: 600; margin: 1.2rem 0 .2rem; } .note { color: var(--quiet); font-size: .88rem; }
blockquote { margin: .9rem 0 .9rem 1.4rem; } .context, .cite { color: var(--quiet); } .cite { font-size: .92em; }
nav ol { list-style: none; padding: 0; } nav .l2 { padding-left: 1.2rem; } nav .l3 { padding-left: 2.4rem; } nav a { color: inherit; }
mark { color: inherit; background: var(--wash); } mark.many { text-decoration: underline; }
.noted { display: grid; grid-template-columns: 1fr 18rem; gap: 0 1.6rem; } .with-notes > p.text { max-width: calc(100% - 19.6rem); } aside { font-size: .84rem; color: var(--quiet); } aside p { margin: .9rem 0 0; border-left: 2px solid var(--line); padding-left: .6rem; } aside b { color: var(--ink); }
.table { overflow-x: auto; } table { border-collapse: collapse; font-size: .88rem; } th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; } .number { text-align: right; }
@media (max-width: 44rem) { .noted { display: block; } .with-notes > p.text { max-width: none; } }
@media print { body { color: #000; background: #fff; } h2, h3, .name { break-after: avoid; } blockquote { break-inside: avoid; } }
`
