import type { BlockStyle, MarginNote } from '../domain/document.ts'
import { inXml } from './in-xml.ts'

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

type Style = { id: string; name: string; size: number; before: number; after: number; more?: string; level?: number; indent?: number; keep?: boolean }
/** Half-points of the letters, twentieths of a point before and after, and what else a style is. Names are those that Word knows, so that a person can restyle them all at once. */
export const styles: Record<BlockStyle, Style> = {
  title: { id: 'Title', name: 'Title', size: 44, before: 0, after: 240, more: '<w:b/>' },
  heading1: { id: 'Heading1', name: 'heading 1', size: 34, before: 480, after: 120, more: '<w:b/>', level: 0 },
  heading2: { id: 'Heading2', name: 'heading 2', size: 28, before: 360, after: 80, more: '<w:b/>', level: 1 },
  heading3: { id: 'Heading3', name: 'heading 3', size: 24, before: 280, after: 60, more: '<w:b/>', level: 2 },
  name: { id: 'CaseName', name: 'Case name', size: 21, before: 160, after: 20, more: '<w:b/>', keep: true },
  note: { id: 'BodyNote', name: 'Body note', size: 20, before: 0, after: 60, more: '<w:i/>' },
  text: { id: 'BodyText', name: 'Body Text', size: 22, before: 0, after: 80 },
  quote: { id: 'Quote', name: 'Quote', size: 22, before: 60, after: 120, indent: 400 },
}
const contents: Style[] = [1, 2, 3].map((level) => ({ id: `TOC${level}`, name: `toc ${level}`, size: 22, before: 0, after: 40, indent: (level - 1) * 300 }))
/** Styles of words within a paragraph. */
const looks = [
  '<w:style w:type="character" w:styleId="QuoteContext"><w:name w:val="Quote context"/><w:rPr><w:color w:val="767676"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="QuoteReference"><w:name w:val="Quote reference"/><w:rPr><w:color w:val="404040"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>',
]

/** The parts of a document beside its body, by name. */
export function partsBeside(notes: readonly MarginNote[]): Record<string, string> {
  const noted = notes.length > 0
  const override = (part: string) => `<Override PartName="/word/${part}.xml" ContentType="${MAIN}.${part === 'document' ? 'document.main' : part}+xml"/>`
  const parts = ['document', 'styles', ...(noted ? ['comments'] : [])]
  const links = parts.slice(1).map((part, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${part}" Target="${part}.xml"/>`)
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(override).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}">${[...Object.values(styles), ...contents].map(styleOf).join('')}${looks.join('')}</w:styles>`,
    ...(noted ? { 'word/comments.xml': `<w:comments xmlns:w="${WORD}">${notes.map(commentOf).join('')}</w:comments>` } : {}),
  }
}

function commentOf({ by, at, text }: MarginNote, id: number): string {
  const words = text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${inXml(line)}</w:t></w:r></w:p>`)
  return `<w:comment w:id="${id}" w:author="${inXml(by)}" w:date="${inXml(at.slice(0, 19))}Z" w:initials="${inXml(by.slice(0, 2))}">${words.join('')}</w:comment>`
}

function styleOf({ id, name, size, before, after, more = '', level, indent, keep }: Style): string {
  const place = `<w:spacing w:before="${before}" w:after="${after}"/>${indent ? `<w:ind w:left="${indent}"${id === 'Quote' ? ` w:right="${indent}"` : ''}/>` : ''}`
  const paragraph = `${level !== undefined || keep ? '<w:keepNext/>' : ''}${place}${level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`}`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${more}<w:sz w:val="${size}"/></w:rPr></w:style>`
}
