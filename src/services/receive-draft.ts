import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { baseName } from '../domain/case-name.ts'
import type { DraftFile, ImportDraft } from '../domain/import-draft.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { boundaryOf, type Part, partsOf } from '../exchange/multipart.ts'
import type { House } from '../storage/open.ts'
import { keepDraft, makeDraftFolder, pathsOf, removeDraftFolder, sweepDrafts } from './draft-folder.ts'

const MEGABYTES = 100
const MOST = 1000

export type Upload = { contentType: string | undefined; body: AsyncIterable<Uint8Array> | null }

/** Keep uploaded files as a draft, each streamed to disk as it comes. Nothing of them is in the project. Refused where there is no file. */
export async function receiveDraft(house: House, project: { id: number; language: SourceLanguage }, upload: Upload): Promise<ImportDraft> {
  const boundary = boundaryOf(upload.contentType)
  if (!upload.body) throw new Refusal('invalid', 'refusal.import-no-files')
  await sweepDrafts(house)
  const id = crypto.randomUUID()
  try {
    await makeDraftFolder(house, id)
    const files = await receiveFiles(house, id, upload.body, boundary)
    if (files.length === 0) throw new Refusal('invalid', 'refusal.import-no-files')
    const draft: ImportDraft = { id, projectId: project.id, language: project.language, madeAt: new Date().toISOString(), files }
    await keepDraft(house, draft)
    return draft
  } catch (error) {
    await removeDraftFolder(house, id)
    throw error
  }
}

async function receiveFiles(house: House, id: string, body: AsyncIterable<Uint8Array>, boundary: string): Promise<DraftFile[]> {
  const files: DraftFile[] = []
  for await (const part of partsOf(body, boundary)) {
    // A file field left empty comes as a file without a name.
    if (!part.filename) continue
    if (files.length === MOST) throw new Refusal('invalid', 'refusal.import-too-many', { most: MOST })
    files.push(await receiveFile(pathsOf(house, id).bytes(files.length), part))
  }
  return files
}

/** A file that is too large is read to its end and thrown away, so that the others still come. */
async function receiveFile(path: string, part: Part): Promise<DraftFile> {
  const hash = createHash('sha256')
  const file = await open(path, 'w', 0o600)
  let size = 0
  try {
    for await (const chunk of part.bytes) {
      size += chunk.length
      if (size > MEGABYTES * 1024 * 1024) continue
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    const tooLarge = size > MEGABYTES * 1024 * 1024
    if (tooLarge) await file.truncate(0)
    const refusal = tooLarge ? { key: 'refusal.import-file-too-large', values: { megabytes: MEGABYTES } } : null
    return { name: baseName(part.filename ?? ''), size, sha256: tooLarge ? '' : hash.digest('hex'), refusal }
  } finally {
    await file.close()
  }
}
