import { promisify } from 'node:util'
import yauzl from 'yauzl'

/** Every file of an archive by its name. */
export async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await promisify<Buffer, { lazyEntries: boolean }, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) =>
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error)
        const parts: Buffer[] = []
        for await (const part of stream) parts.push(part as Buffer)
        files.set(entry.fileName, Buffer.concat(parts))
        zip.readEntry()
      }),
    )
    zip.on('end', resolve).on('error', reject)
    zip.readEntry()
  })
  return files
}
