import { posix } from 'node:path'
import type { RawText } from '../domain/raw-text.ts'
import type { Loss } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkZip } from './check-zip.ts'
import { decodeText } from './decode-text.ts'
import { DocumentWriter } from './document-writer.ts'
import { HtmlBody } from './html-body.ts'
import { htmlLosses } from './html-losses.ts'
import { readXml } from './read-xml.ts'

type Book = { readonly chapters: readonly string[]; readonly contents: number }
const READ = /\.(x?html?|xml|opf|css)$/i
/** A chapter may say that it is XHTML, and define nothing of its own. */
const DEFINES = /<!DOCTYPE[^>]*\[/i

/**
 * The text of an electronic book (EPUB), its chapters in the order in which the book has them, each once, read as web
 * pages are. Refuses what is no book, is broken, or is locked by its seller.
 */
export async function readEpub(bytes: Buffer): Promise<RawText> {
  const { kept } = await checkZip(bytes, (name) => READ.test(name), READ)
  try {
    const { chapters, contents } = bookOf(kept)
    refuseLocked(kept, chapters)
    const writer = new DocumentWriter()
    const body = new HtmlBody(writer)
    for (const [name, sheet] of kept) if (/\.css$/i.test(name)) body.learn(sheet.toString('utf8'))
    const missing = chapters.filter((name) => !readChapter(kept.get(name), body))
    const unknown: Loss[] = missing.length > 0 ? [{ kind: 'unknown-parts', count: missing.length, example: missing.slice(0, 3).join(', ') }] : []
    body.left.navigation += contents
    return { ...writer.finish(), layout: 'paragraphs', losses: [...htmlLosses(body.left), ...unknown], warnings: [] }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', 'refusal.import-broken-epub')
  }
}

function readChapter(bytes: Buffer | undefined, body: HtmlBody): boolean {
  if (!bytes) return false
  const { text } = decodeText(bytes, null)
  if (DEFINES.test(text.slice(0, 4096))) throw new Refusal('invalid', 'refusal.import-doctype')
  body.read(text)
  return true
}

function bookOf(kept: Map<string, Buffer>): Book {
  let name = ''
  readXml(kept.get('META-INF/container.xml') ?? broken(), {
    open(element, attributes) {
      if (element === 'rootfile' && name === '') name = attributes['full-path'] ?? ''
    },
    close() {},
  })
  return readPackage(kept.get(posix.normalize(name)) ?? broken(), posix.dirname(name))
}

/** The parts in reading order. The book's own table of contents is left out: it says nothing that the chapters do not. */
function readPackage(opf: Buffer, folder: string): Book {
  const items = new Map<string, { href: string; contents: boolean }>()
  const chapters = new Set<string>()
  let contents = 0
  readXml(opf, {
    open(element, { id = '', href = '', properties = '', idref = '' }) {
      if (element === 'item') items.set(id, { href: pathOf(href, folder), contents: /(^|\s)nav(\s|$)/.test(properties) })
      else if (element === 'itemref') {
        const item = items.get(idref)
        if (item?.contents) contents++
        else if (item) chapters.add(item.href)
      }
    },
    close() {},
  })
  if (chapters.size === 0) broken()
  return { chapters: [...chapters], contents }
}

function pathOf(href: string, folder: string): string {
  const path = href.replace(/[#?].*$/, '')
  try {
    return posix.join(folder, decodeURIComponent(path))
  } catch {
    return posix.join(folder, path)
  }
}

/** Fonts may be scrambled in any book; a chapter that is can't be read. */
function refuseLocked(kept: Map<string, Buffer>, chapters: readonly string[]): void {
  const list = kept.get('META-INF/encryption.xml')
  if (!list) return
  const locked = new Set<string>()
  readXml(list, {
    open(element, { URI = '' }) {
      if (element === 'CipherReference') locked.add(pathOf(URI, '.'))
    },
    close() {},
  })
  if (chapters.some((name) => locked.has(name))) throw new Refusal('invalid', 'refusal.import-locked-book')
}

function broken(): never {
  throw new Refusal('invalid', 'refusal.import-broken-epub')
}
