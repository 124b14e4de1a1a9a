import { type QdeProject, writeQde } from './write-qde.ts'
import { extensionOf } from './write-qde-sources.ts'
import { gather, writeZip, type ZipEntry } from './write-zip.ts'

/** A REFI-QDA project: the qde, and beside it the texts (line feeds, no byte order mark) and the originals that the standard knows. */
export async function writeQdpx(wish: QdeProject): Promise<Uint8Array> {
  return gather(writeZip(entriesOf(wish)))
}

function* entriesOf(wish: QdeProject): Generator<ZipEntry, void> {
  yield { name: 'project.qde', content: writeQde(wish) }
  for (const source of wish.sources) {
    yield { name: `sources/${source.guid}.txt`, content: source.text }
    const extension = extensionOf(source)
    if (extension) yield { name: `sources/${source.guid}.${extension}`, content: source.original!.bytes }
  }
}
