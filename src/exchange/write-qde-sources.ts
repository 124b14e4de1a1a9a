import type { Exchanged, ExchangedSelection, ExchangedSource, MemoPlace } from '../domain/exchanged.ts'
import { codePointsOf } from './refi-offsets.ts'
import { changed, OWN } from './refi-own.ts'
import { writeValue } from './write-qde-cases.ts'
import type { XmlWriter } from './xml-writer.ts'

/** Writes the references to the memos of a place. */
export type NoteRefs = (place: MemoPlace) => void
type Wish = { source: ExchangedSource; nth: number; project: Exchanged; refs: NoteRefs }

/** Characters of a selection's words that its name holds, by which others find out how we count. */
const NAMED = 100

/** A source, its text in a file beside: positions are code points of that text. One that came as a PDF has the text as its representation. */
export function writeSource(xml: XmlWriter, wish: Wish): void {
  const { source } = wish
  const extension = extensionOf(source)
  const head = { guid: source.guid, name: source.title }
  const text = { plainTextPath: `internal://${source.guid}.txt` }
  const made = { creationDateTime: source.madeAt || null }
  const rich = extension === 'docx' ? { richTextPath: `internal://${source.guid}.docx` } : {}
  if (extension === 'pdf')
    xml.element('PDFSource', { ...head, path: `internal://${source.guid}.pdf`, ...made }, () => {
      xml.element('Representation', { ...head, guid: changed(source.guid), ...text, ...made }, () => writeSelections(xml, wish))
      writeAbout(xml, wish)
    })
  else
    xml.element('TextSource', { ...head, ...rich, ...text, ...made }, () => {
      writeSelections(xml, wish)
      writeAbout(xml, wish)
    })
}

/** The kind of file that the standard lets go along with a text; null for others, which it does not. */
export function extensionOf({ original }: Pick<ExchangedSource, 'original'>): 'docx' | 'pdf' | null {
  if (!original) return null
  const begins = (magic: string) => Buffer.from(original.bytes.subarray(0, 4)).toString('latin1').startsWith(magic)
  if (begins('%PDF')) return 'pdf'
  return begins('PK') && /\.docx$/i.test(original.name) ? 'docx' : null
}

function writeAbout(xml: XmlWriter, { source, nth, refs }: Wish): void {
  refs({ kind: 'source', at: nth })
  writeValue(xml, OWN.kind.guid, 'Text', source.kind)
  writeValue(xml, OWN.language.guid, 'Text', source.language)
  writeValue(xml, OWN.status.guid, 'Text', source.status)
}

function writeSelections(xml: XmlWriter, wish: Wish): void {
  const points = codePointsOf(wish.source.text)
  for (const [at, selection] of wish.source.selections.entries()) writeSelection(xml, wish, { selection, at, points })
}

type Selecting = { selection: ExchangedSelection; at: number; points: (offset: number) => number }

function writeSelection(xml: XmlWriter, { source, nth, project, refs }: Wish, { selection, at, points }: Selecting): void {
  const { guid, start, end, codings } = selection
  const place = { startPosition: points(start), endPosition: points(end) }
  const first = codings[0]
  xml.element('PlainTextSelection', { guid, name: nameOf(source.text, start, end), ...place, ...(first ? madeBy(project, first) : {}) }, () => {
    for (const [number, coding] of codings.entries())
      xml.element('Coding', { guid: coding.guid, ...madeBy(project, coding) }, () => {
        xml.element('CodeRef', { targetGUID: project.codes[coding.code]!.guid })
        refs({ kind: 'coding', at: nth, selection: at, coding: number })
      })
    refs({ kind: 'quotation', at: nth, selection: at })
  })
}

function madeBy({ users }: Exchanged, { user, at }: { user: number | null; at: string }) {
  return { creatingUser: user === null ? null : users[user]!.guid, creationDateTime: at || null }
}

function nameOf(text: string, start: number, end: number): string {
  return [...text.slice(start, Math.min(end, start + NAMED * 2))].slice(0, NAMED).join('')
}
