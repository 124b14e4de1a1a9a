import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openClient } from '../support/client.ts'
import { startServer } from '../support/server.ts'
import { wrongsIn } from './evidence.ts'

const KILOBYTE = 1024

/** A disk of our own, 60 MB in memory; undefined where this machine does not let us mount one. */
function mountSmall(at: string): (() => void) | undefined {
  mkdirSync(at, { recursive: true })
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', at]).status !== 0) return undefined
  return () => void execFileSync('umount', [at])
}

/** Work on a disk until it is full, make room, work on; then start on it where nothing can be written. @returns everything wrong, undefined where no disk could be mounted */
export async function workOnFullDisk(into: string): Promise<string[] | undefined> {
  const folder = join(into, 'small-disk')
  const unmount = mountSmall(folder)
  if (!unmount) return undefined
  try {
    return [...(await untilFull(folder)), ...startReadOnly(folder)]
  } finally {
    unmount()
  }
}

async function untilFull(folder: string): Promise<string[]> {
  const wrongs: string[] = []
  const expect = (what: string, is: unknown, wanted: unknown) => void (is !== wanted && wrongs.push(`${what}: ${is}, not ${wanted}`))
  const server = await startServer(folder, 'start')
  const client = openClient(server.address)
  const make = (label: string) => client.post('/projects/demo/codes', { label, parentId: '' }, { 'Accept-Language': 'en' })
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize - 400 * KILOBYTE))
  let [made, refused] = [0, await make('Full 0')]
  for (let n = 1; n < 500 && refused.status < 400; n++, made++) refused = await make(`Full ${n} ${'x'.repeat(150)}`)
  expect('an act on a full disk', refused.status, 507)
  if (!refused.body.includes('The disk is full, and nothing was saved')) wrongs.push('a full disk is not said')
  expect('a page on a full disk', (await client.get('/projects/demo/codebook')).status, 200)
  rmSync(join(folder, 'filler'))
  expect('an act when there is room again', (await make('After')).status, 303)
  client.close()
  await server.stop()
  if (made === 0) wrongs.push('nothing was made before the disk was full')
  return [...wrongs, ...wrongsIn(folder, { codings: [], drops: [] })]
}

function startReadOnly(folder: string): string[] {
  execFileSync('mount', ['-o', 'remount,ro', folder])
  const { status, stderr } = spawnSync(process.execPath, ['src/start.js', 'projects', '--data', folder], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return status === 1 && /can’t be (opened|written in)/.test(stderr) && stderr.trim().split('\n').length === 1
    ? []
    : [`on a read-only disk: exit ${status}, ${stderr}`]
}
