import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { builtProgram } from '../src/built.js'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

/** The least that is a program: what `built.js` joins, with a sentence to tell one from another. */
function programThatSays(said: string): { root: string; says(words: string): void } {
  const root = mkdtempSync(join(tmpdir(), 'utsaga-built-'))
  made.push(root)
  for (const folder of ['src/workers', 'views', 'migrations']) mkdirSync(join(root, folder), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(root, name), text)
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'migrations/1.ts', 'src/workers/worker.ts', 'src/workers/search-thread.ts'])
    write(name, '{}')
  write('src/built.js', '')
  const says = (words: string) => write('src/words.ts', `export const words: string = '${words}'`)
  says(said)
  write('src/main.ts', `import { words } from './words.ts'\nexport const beside = new URL('../../views/', import.meta.url).href\nexport { words }`)
  return { root, says }
}

const load = async (folder: string | undefined) => import(pathToFileURL(join(folder!, 'main.js')).href)

test('a program is built once, and anew when a letter of it changed', async () => {
  const { root, says } = programThatSays('one')
  const first = await builtProgram(root)
  expect((await load(first)).words).toBe('one')
  expect(await builtProgram(root)).toBe(first)
  says('two')
  const second = await builtProgram(root)
  expect((await load(second)).words).toBe('two')
  says('one')
  expect(await builtProgram(root)).toBe(first)
})

test('what is built finds what lies beside the program, and its migrations', async () => {
  const { root } = programThatSays('one')
  const folder = await builtProgram(root)
  expect((await load(folder)).beside).toBe(pathToFileURL(`${join(root, 'views')}/`).href)
  expect(readdirSync(join(folder!, 'migrations'))).toContain('1.js')
})

test('packages of very many files are joined into what is built, others are left as they are', async () => {
  const { root } = programThatSays('one')
  for (const name of ['kysely', 'hono']) {
    mkdirSync(join(root, 'node_modules', name), { recursive: true })
    writeFileSync(join(root, 'node_modules', name, 'package.json'), '{ "type": "module", "exports": "./index.js" }')
    writeFileSync(join(root, 'node_modules', name, 'index.js'), `export const says = '${name} says'`)
  }
  writeFileSync(join(root, 'package.json'), '{ "dependencies": { "kysely": "*", "hono": "*" } }')
  writeFileSync(join(root, 'src/main.ts'), `export { says as joined } from 'kysely'\nexport { says as apart } from 'hono'`)
  const folder = await builtProgram(root)
  const built = readdirSync(folder!).map((name) => (name.endsWith('.js') ? readFileSync(join(folder!, name), 'utf8') : ''))
  expect(built.join()).toContain('kysely says')
  expect(built.join()).not.toContain('hono says')
  expect(await load(folder)).toMatchObject({ joined: 'kysely says', apart: 'hono says' })
})

test('two that start at once build one whole program', async () => {
  const { root } = programThatSays('one')
  const program = `import { builtProgram } from ${JSON.stringify(new URL('../src/built.js', import.meta.url).href)}\nconsole.log(await builtProgram(${JSON.stringify(root)}))`
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  const said = await Promise.all([start(), start(), start()])
  expect(new Set(said.map(({ stdout }) => stdout)).size).toBe(1)
  expect(readdirSync(join(root, '.built'))).toHaveLength(1)
})

test('three builds are kept, the oldest let go', async () => {
  const { root, says } = programThatSays('1')
  const folders: string[] = []
  for (const nth of [1, 2, 3, 4]) {
    says(`${nth}`)
    const folder = (await builtProgram(root))!
    utimesSync(folder, nth, nth)
    folders.push(folder)
  }
  expect(readdirSync(join(root, '.built')).sort()).toEqual(
    folders
      .slice(1)
      .map((folder) => folder.split('/').at(-1))
      .sort(),
  )
})

test('where nothing can be written there is no build, and no error', async () => {
  const { root } = programThatSays('one')
  writeFileSync(join(root, '.built'), 'a file where the folder would be')
  expect(await builtProgram(root)).toBeUndefined()
})
