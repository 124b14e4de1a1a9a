import { posix } from 'node:path'
import type { ZipParts } from './check-zip.ts'
import { readXml } from './read-xml.ts'

export type DocxParts = Record<'document' | 'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'comments', Buffer | undefined>

/** The parts of a Word document that hold its words, by what the package says they are, else by their usual names. */
export function docxParts({ kept }: ZipParts): DocxParts {
  const byName = new Map([...kept].map(([name, bytes]) => [name.toLowerCase(), bytes]))
  const main = (linksOf(byName, '_rels/.rels', '').get('officeDocument') ?? '').toLowerCase()
  const at = byName.has(main) ? main : 'word/document.xml'
  const folder = posix.dirname(at)
  const links = linksOf(byName, posix.join(folder, '_rels', `${posix.basename(at)}.rels`), folder)
  const part = (kind: string) => byName.get((links.get(kind) ?? '').toLowerCase()) ?? byName.get(posix.join(folder, `${kind}.xml`))
  return {
    document: byName.get(at),
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
  }
}

/** Targets by the last word of their type: the strict and the usual form of the format differ in all that goes before. */
function linksOf(byName: Map<string, Buffer>, name: string, folder: string): Map<string, string> {
  const links = new Map<string, string>()
  const bytes = byName.get(name)
  if (!bytes) return links
  readXml(bytes, {
    open(element, { Type, Target, TargetMode }) {
      if (element !== 'Relationship' || !Type || !Target || TargetMode === 'External') return
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      if (!links.has(kind)) links.set(kind, Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target))
    },
    close() {},
  })
  return links
}
