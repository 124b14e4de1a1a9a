import { openArchive } from '../../exchange/open-archive.ts'

/** Whether a zip on disk is a whole project: of our own, or of another program. One that can't be read is none. */
export async function holdsProject(path: string): Promise<boolean> {
  try {
    const archive = await openArchive(path, { entries: 50_000, inflated: Number.MAX_SAFE_INTEGER, ratio: Number.MAX_SAFE_INTEGER, ratioFrom: 0 })
    archive.close()
    return archive.names.some((name) => name === 'utsaga.json' || /^[^/]+\.qde$/i.test(name))
  } catch {
    return false
  }
}
