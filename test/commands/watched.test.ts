import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { watched } from '../../src/commands/watched.ts'
import { writeOut } from '../../src/commands/write-out.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openTestHouse } from '../support/house.ts'

const context = { say: sayIn('en') }

test('work of more than a second says how far it has come, beside what it prints; shorter work says nothing', async () => {
  const said: string[] = []
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((words) => said.push(String(words)) > 0)
  try {
    await watched(context, 'cli.read-so-far', async ({ onProgress }) => onProgress(1, 2))
    expect(said.join('')).toBe('')
    await watched(context, 'cli.read-so-far', async ({ onProgress }) => {
      onProgress(3, 4)
      await wait(1300)
    })
    expect(said.join('')).toContain('75% of the file is read')
  } finally {
    spy.mockRestore()
  }
})

test('Ctrl+C lets the work be', async () => {
  const program = `
    import { watched } from './src/commands/watched.ts'
    const hold = setInterval(() => {}, 1000)
    const work = ({ signal }) => new Promise((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason)); console.log('begun') })
    await watched({ say: (key) => key }, 'cli.read-so-far', work).catch((error) => console.log(error.key))
    clearInterval(hold)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const words of child.stdout) {
    said += words
    if (said === 'begun\n') child.kill('SIGINT')
  }
  if (child.exitCode === null) await once(child, 'exit')
  expect(said).toBe('begun\nrefusal.let-be\n')
})

test('a file has its name when it is whole: what stood there stays where it can’t be, and a folder that is not there is refused', async () => {
  const { folder } = await openTestHouse()
  const path = join(folder, 'out.csv')
  async function* broken() {
    yield Buffer.from('half')
    throw new Error('gone')
  }
  writeFileSync(path, 'before')
  await expect(writeOut(path, broken())).rejects.toThrow('gone')
  expect(readFileSync(path, 'utf8')).toBe('before')
  expect(existsSync(`${path}.part`)).toBe(false)
  async function* whole() {
    yield Buffer.from('all ')
    yield Buffer.from('of it')
  }
  await writeOut(path, whole())
  expect(readFileSync(path, 'utf8')).toBe('all of it')
  await expect(writeOut(join(folder, 'no', 'where'), whole())).rejects.toMatchObject({ key: 'refusal.not-written', values: { reason: 'ENOENT' } })
})
