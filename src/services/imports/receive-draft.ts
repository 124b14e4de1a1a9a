import type { ImportDraft } from '../../domain/import-draft.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SourceLanguage } from '../../domain/source.ts'
import { boundaryOf, type Part, partsOf } from '../../exchange/multipart.ts'
import type { House } from '../../storage/open.ts'
import { keepDraft, makeDraftFolder, pathsOf, removeDraftFolder, sweepDrafts } from './draft-folder.ts'
import { FileReceiver } from './receive-files.ts'

/** UTF-16 units of the list of folders that a page may send along. */
const LONGEST_LIST = 1_000_000

export type Upload = { contentType: string | undefined; body: AsyncIterable<Uint8Array> | null }
type Project = { id: number; language: SourceLanguage }

/** Keep uploaded files as a draft, each streamed to disk as it comes. Nothing of them is in the project. Refused where there is no file. */
export async function receiveDraft(house: House, project: Project, upload: Upload): Promise<ImportDraft> {
  const boundary = boundaryOf(upload.contentType)
  const { body } = upload
  if (!body) throw new Refusal('invalid', 'refusal.import-no-files')
  return makeDraft(house, project, (receiver) => receiveParts(receiver, body, boundary))
}

/** A draft of what `receive` hands over. What goes wrong on the way leaves nothing on disk. */
export async function makeDraft(house: House, project: Project, receive: (receiver: FileReceiver) => Promise<void>): Promise<ImportDraft> {
  await sweepDrafts(house)
  const id = crypto.randomUUID()
  try {
    await makeDraftFolder(house, id)
    const receiver = new FileReceiver(pathsOf(house, id))
    await receive(receiver)
    if (receiver.files.length === 0) throw new Refusal('invalid', 'refusal.import-no-files')
    const draft: ImportDraft = { id, projectId: project.id, language: project.language, madeAt: new Date().toISOString(), files: receiver.files }
    await keepDraft(house, draft)
    return draft
  } catch (error) {
    await removeDraftFolder(house, id)
    throw error
  }
}

async function receiveParts(receiver: FileReceiver, body: AsyncIterable<Uint8Array>, boundary: string): Promise<void> {
  let folders: string[] = []
  let nth = 0
  for await (const part of partsOf(body, boundary)) {
    if (part.name === 'paths' && part.filename === null) folders = await pathsIn(part)
    // A file field left empty comes as a file without a name.
    if (!part.filename) continue
    await receiver.receive(pathOf(part.filename, folders[nth++]), part.bytes)
  }
}

/** Browsers forget the folder of a dropped file; the page's list knows it, where it speaks of the same file. */
function pathOf(filename: string, listed: string | undefined): string {
  const base = filename.split(/[/\\]/).at(-1)!
  return listed?.endsWith(`/${base}`) ? listed : filename
}

async function pathsIn(part: Part): Promise<string[]> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of part.bytes) {
    size += chunk.length
    if (size <= LONGEST_LIST) chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)
}
