import type { Context } from 'hono'
import type { AppEnv } from './env.ts'

/** Answer with a file to take home, whole or as it comes. */
export function sendFile(
  c: Context<AppEnv>,
  file: { mediaType: string; fileName: string } & ({ bytes: Uint8Array | string } | { stream: ReadableStream<Uint8Array> }),
): Response {
  c.header('Content-Type', file.mediaType)
  c.header('Content-Disposition', `attachment; filename="${file.fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
  return c.body('stream' in file ? file.stream : (file.bytes as string | Uint8Array<ArrayBuffer>))
}
