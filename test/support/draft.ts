import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from '../../src/workers/pool.ts'
import { openSharedPool, openTestHouse, seedSmallStudy } from './house.ts'
import { fieldsOf } from './import-files.ts'

const PATH = '/projects/night-shift/imports'
let shared: Promise<Pool> | undefined

type Files = Record<string, string | Buffer>

/** Threads that read, for all tests of a file. To be called before any test runs. */
export function shareReaders(): void {
  shared = openSharedPool()
}

/** A small study, and a person who imports into it without JavaScript. `over` puts something before the threads. */
export async function openImports(over: (pool: Pool) => Pool = (pool) => pool) {
  const opened = await openTestHouse({ pool: over(await shared!) })
  const study = await seedSmallStudy(opened.house)
  const drop = async (files: Files) => {
    const form = new FormData()
    for (const [name, bytes] of Object.entries(files)) form.append('files', new File([new Uint8Array(Buffer.from(bytes as Buffer))], name))
    const body = new Request('http://localhost', { method: 'POST', body: form })
    const headers = { 'Content-Type': body.headers.get('Content-Type')!, 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }
    return opened.app.request(PATH, { method: 'POST', headers, body: await body.arrayBuffer() })
  }
  const finish = async (path: string): Promise<string> => {
    for (;;) {
      const html = await (await opened.get(path)).text()
      if (!html.includes('hx-trigger="every')) return html
    }
  }
  const preview = async (files: Files) => {
    const path = (await drop(files)).headers.get('location')!
    return { path, html: await finish(path) }
  }
  /** Ask for a file to be read as the form says. @returns the preview after that */
  const read = async (path: string, n: number, form: Record<string, string>): Promise<string> => {
    const answer = await opened.post(`${path}/files/${n}/reading`, form, {})
    if (answer.status !== 303) throw new Error(`${answer.status}: ${(await answer.text()).replace(/<[^>]*>/g, ' ').slice(-300)}`)
    return finish(path)
  }
  const confirm = (path: string, fields: Record<string, string>) => opened.post(`${path}/confirmation`, fields, {})
  return { ...opened, ...study, drop, preview, finish, read, confirm, formOf, rowsOf, draftsOnDisk: () => readdirSync(join(opened.folder, 'imports')) }
}

/** What a browser would send of a preview that nobody touched. */
function formOf(html: string): Record<string, string> {
  return fieldsOf(/<form class="(?:section )?import-main"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '')
}

/** The speakers of a file as its form has them, by their labels. */
function rowsOf(form: Record<string, string>, n: number): Record<string, { name: string; role: string }> {
  const labels = Object.keys(form).filter((key) => key.startsWith(`label.${n}.`))
  return Object.fromEntries(
    labels.map((key) => {
      const of = key.slice('label.'.length)
      return [form[key]!, { name: form[`name.${of}`]!, role: form[`role.${of}`]! }]
    }),
  )
}
