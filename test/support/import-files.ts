import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from './client.ts'

export type NamedFile = { name: string; bytes: Buffer }

/** Thrown where the server has no imports, or refuses. */
export class NotImported extends Error {
  readonly status: number
  constructor(status: number, sentence: string) {
    super(`${status}: ${sentence}`)
    this.status = status
  }
}

/** What a person does who drops files on a project without JavaScript: post them, wait for the preview, confirm it as it stands. */
export async function importFiles(client: Client, slug: string, files: readonly NamedFile[]): Promise<void> {
  const form = await confirmation(client, slug, files)
  const confirmed = await client.post(form.action, form.fields, {})
  if (confirmed.status >= 400) throw new NotImported(confirmed.status, textOf(confirmed.body))
}

/** Files that have been dropped and read: the form that takes them in. */
export async function confirmation(client: Client, slug: string, files: readonly NamedFile[]): Promise<{ action: string; fields: Record<string, string> }> {
  const { type, body } = multipart(files)
  const dropped = await client.send(`/projects/${slug}/imports`, type, body)
  if (dropped.status !== 303 && dropped.status !== 302) throw new NotImported(dropped.status, textOf(dropped.body))
  return previewOf(client, dropped.headers.location!)
}

async function previewOf(client: Client, path: string): Promise<{ action: string; fields: Record<string, string> }> {
  for (let tries = 0; tries < 1200; tries++) {
    const page = await client.get(path)
    if (page.status >= 400) throw new NotImported(page.status, textOf(page.body))
    const form = /<form[^>]*action="([^"]*\/confirmation)"[\s\S]*?<\/form>/.exec(page.body.toString())
    if (form) return { action: form[1]!, fields: fieldsOf(form[0]) }
    await wait(50)
  }
  throw new NotImported(504, 'the preview never came')
}

/** The values that a browser would send for a form that nobody touched. */
export function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(input, 'name')
    if (!name || (/type="(checkbox|radio)"/.test(input) && !/ checked/.test(input))) continue
    fields[name] = attribute(input, 'value') ?? 'on'
  }
  for (const [select] of form.matchAll(/<select[\s\S]*?<\/select>/g)) {
    const chosen = /<option[^>]*\bselected\b[^>]*>/.exec(select) ?? /<option[^>]*>/.exec(select)
    const name = attribute(select, 'name')
    if (name && chosen) fields[name] = attribute(chosen[0], 'value') ?? ''
  }
  return fields
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

function multipart(files: readonly NamedFile[]): { type: string; body: Buffer } {
  const boundary = 'utsaga-test-boundary'
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]) }
}

function textOf(body: Buffer): string {
  return body
    .toString()
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(-200)
}
