import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExchangedSource } from '../../src/domain/exchanged.ts'
import { readQdc } from '../../src/exchange/read-qdc.ts'
import { readQdpx } from '../../src/exchange/read-qdpx.ts'
import { writeQdc } from '../../src/exchange/write-qdc.ts'
import { writeQde } from '../../src/exchange/write-qde.ts'
import { writeQdpx } from '../../src/exchange/write-qdpx.ts'
import { anyExchanged, inOrder } from '../support/exchanged.ts'
import { readAsAnother } from '../support/refi-reader.ts'
import { faultsOf } from '../support/refi-schema.ts'

const at = '2026-11-21T12:00:00.000Z'

async function readBytes(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-refi-'))
  try {
    writeFileSync(join(folder, 'a.qdpx'), bytes)
    const sources: ExchangedSource[] = []
    const read = await readQdpx(join(folder, 'a.qdpx'), async (source) => void sources.push(source))
    return { ...read, sources }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a project written and read again is the same, whatever is in its texts', async () => {
  await fc.assert(
    fc.asyncProperty(anyExchanged, async (wanted) => {
      const read = await readBytes(await writeQdpx({ ...wanted, at }))
      expect(inOrder(read)).toEqual(inOrder(wanted))
      expect(read.losses).toEqual([])
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

test('a passage of ours that begins within a word after an emoji is where it was, though another way to count would cut no word', async () => {
  const [one] = fc.sample(anyExchanged, { numRuns: 1, seed: 4 })
  const selection = { guid: crypto.randomUUID(), start: 10, end: 12, codings: [{ guid: crypto.randomUUID(), code: 0, user: 0, at }] }
  const source = { ...one!.sources[0]!, text: 'begin 😴 end', selections: [selection], original: null }
  const read = await readBytes(await writeQdpx({ project: { ...one!.project, cases: [], memos: [], sets: [] }, sources: [source], at }))
  expect(read.sources[0]!.selections).toMatchObject([{ start: 10, end: 12 }])
})

test('what is written is valid by the schema, as libxml2 reads it, and what is bent is not', async () => {
  const some = fc.sample(anyExchanged, { numRuns: 60 })
  const projects = some.map((one) => writeQde({ ...one, at }))
  const codebooks = some.map(({ project }) => writeQdc(project))
  expect(await faultsOf(projects, 'project')).toEqual([])
  expect(await faultsOf(codebooks, 'codebook')).toEqual([])
  const bent: [RegExp, string][] = [
    [/guid="\w{8}/, 'guid="no'],
    [/<Codes>/, '<Codes>words'],
    [/ isCodable="true"/, ''],
    [/<Set .*(?=<\/Sets>)/s, ''],
    [/<CodeBook>(.*)<\/CodeBook>(.*)(?=<Sources>)/s, '$2<CodeBook>$1</CodeBook>'],
    [/creationDateTime="[^"]*"/, 'creationDateTime="yesterday"'],
  ]
  const wrong = bent.map(([from, to]) => projects[0]!.replace(from, to))
  const told = await faultsOf(wrong, 'project')
  for (const at of wrong.keys())
    expect(
      told.some((one) => one.startsWith(`${at}.xml`)),
      `${bent[at]}`,
    ).toBe(true)
})

test('another program, which knows the standard alone, reads the same out of it', async () => {
  await fc.assert(
    fc.asyncProperty(anyExchanged, async (wanted) => {
      const { project, sources } = wanted
      const read = await readAsAnother(await writeQdpx({ ...wanted, at }))
      const pathOf = (code: number): string[] => {
        const { parent, label } = project.codes[code]!
        return [...(parent === null ? [] : pathOf(parent)), label]
      }
      expect(read.faults).toEqual([])
      expect(read.users).toEqual(project.users.map(({ name }) => name))
      expect(read.codes.map(({ path }) => path)).toEqual(project.codes.map((_, code) => pathOf(code)))
      for (const [nth, { color, definition }] of project.codes.entries()) {
        expect(read.codes[nth]!.color === '').toBe(color === null)
        expect(read.codes[nth]!.description.length).toBeGreaterThanOrEqual(definition.length)
      }
      const laid = sources.flatMap(({ title, text, selections }) =>
        selections.flatMap(({ start, end, codings }) =>
          codings.map((one) => ({ source: title, words: text.slice(start, end), code: pathOf(one.code), user: project.users[one.user!]!.name, at: one.at })),
        ),
      )
      expect(read.codings).toEqual(laid)
      for (const [nth, { name, values, sources: of }] of project.cases.entries()) {
        expect(read.cases[nth]).toMatchObject({ name, sources: of.map((source) => sources[source]!.title) })
        expect(read.cases[nth]!.values).toMatchObject(Object.fromEntries(values.map(({ variable, value }) => [project.variables[variable]!.name, value])))
      }
      const wordsOf = (notes: readonly { words: string }[]) => notes.map(({ words }) => words).sort()
      expect(wordsOf(read.notes)).toEqual(wordsOf(project.memos.map(({ text }) => ({ words: text }))))
      expect(read.notes.every(({ on }) => /^(Project|TextSource|PDFSource|Case|Code|PlainTextSelection|Coding)$/.test(on))).toBe(true)
      expect(read.sets.slice(0, 2).map(({ members }) => members)).toEqual([[project.codes[0]!.label], sources.map(({ title }) => title)])
    }),
    { numRuns: 25 },
  )
})

test('a codebook written and read again is the same', () => {
  fc.assert(
    fc.property(anyExchanged, ({ project }) => {
      const { codes, sets } = readQdc(Buffer.from(writeQdc(project)))
      expect(codes).toEqual(project.codes)
      expect(sets).toEqual(project.sets.filter((set) => set.codes.length > 0).map((set) => ({ ...set, sources: [] })))
    }),
    { numRuns: 60 },
  )
})
