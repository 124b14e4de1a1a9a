import type { Context } from 'hono'
import type { AppEnv } from './env.ts'

/** Answer with a file to take home. */
export function sendFile(c: Context<AppEnv>, file: { bytes: Uint8Array | string; mediaType: string; fileName: string }): Response {
  c.header('Content-Type', file.mediaType)
  c.header('Content-Disposition', `attachment; filename="${file.fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
  return c.body(file.bytes as string | Uint8Array<ArrayBuffer>)
}
