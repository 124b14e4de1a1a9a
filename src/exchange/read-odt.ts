import type { RawText } from '../domain/raw-text.ts'
import type { Loss } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkZip } from './check-zip.ts'
import { DocumentWriter } from './document-writer.ts'
import { OdtBody, type OdtLeft } from './odt-body.ts'
import { OdtStyles } from './odt-styles.ts'
import { readXml } from './read-xml.ts'

const READ = /^(content\.xml|styles\.xml|META-INF\/manifest\.xml)$/

/**
 * The text of an OpenDocument text (ODT), a line a paragraph, with its lists, tables and notes written out. What a text
 * can't hold is told as losses. Refuses what is protected by a password, broken, or another kind of file.
 */
export async function readOdt(bytes: Buffer): Promise<RawText> {
  const { kept } = await checkZip(bytes, (name) => READ.test(name), /^META-INF\/manifest\.xml$/)
  if (kept.get('META-INF/manifest.xml')?.includes('encryption-data')) throw new Refusal('invalid', 'refusal.import-password')
  const content = kept.get('content.xml')
  if (!content?.includes('text')) throw new Refusal('invalid', 'refusal.import-not-odt')
  try {
    return readParts(content, kept.get('styles.xml'))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', 'refusal.import-broken-odt')
  }
}

function readParts(content: Buffer, shared: Buffer | undefined): RawText {
  const styles = new OdtStyles()
  if (shared) styles.read(shared)
  const writer = new DocumentWriter()
  const body = new OdtBody(writer, styles)
  body.read(content)
  return { ...writer.finish(), layout: 'paragraphs', losses: lossesOf(body.left, shared ? countEdges(shared) : 0), warnings: [] }
}

/** Heads and feet of pages that say anything. */
function countEdges(xml: Buffer): number {
  let inside = false
  let count = 0
  let words = false
  readXml(xml, {
    open(name) {
      if (/^(header|footer)(-left|-first)?$/.test(name)) inside = true
    },
    close(name) {
      if (!/^(header|footer)(-left|-first)?$/.test(name)) return
      if (words) count++
      inside = false
      words = false
    },
    text(said) {
      words ||= inside && /\S/.test(said)
    },
  })
  return count
}

function lossesOf({ pictures, comments, deleted, hidden }: OdtLeft, edges: number): Loss[] {
  const losses: Loss[] = [
    { kind: 'pictures', count: pictures },
    { kind: 'comments', count: comments },
    { kind: 'deleted-text', count: deleted },
    { kind: 'hidden-text', count: hidden },
    { kind: 'headers', count: edges },
  ]
  return losses.filter((loss) => loss.count > 0)
}
