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
    { numRuns: 60 },
  )
})

test('what is written is valid: order, attributes and values as the schema of the standard wants them', async () => {
  fc.assert(
    fc.property(anyExchanged, (wanted) => {
      expect(faultsOf(writeQde({ ...wanted, at }), 'project')).toEqual([])
      expect(faultsOf(writeQdc(wanted.project), 'codebook')).toEqual([])
    }),
    { numRuns: 60 },
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
