import { rm, writeFile } from 'node:fs/promises'
import { carrier } from '../domain/carry.ts'
import { normaliseText } from '../domain/text.ts'
import { listLaidOn } from '../storage/laid-on.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { keepOriginal } from '../storage/originals.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import type { Source } from '../storage/sources.ts'
import type { Pool } from '../workers/pool.ts'
import { type ChangedText, changeText, expectText, type TextWish } from './change-text.ts'
import { readTurnsAgain, turnsAreAsRead } from './derive-turns.ts'
import { diffTexts } from './diff-texts.ts'
import { findReplacement, forgetReplacement, keepReplacement, type Replacement } from './replacement.ts'
import { theSource } from './the-source.ts'

type Where = { projectId: number; sourceId: number }

/** Take a corrected text, pasted or as a file of any kind that is imported, for somebody to look at before it is kept. */
export async function receiveReplacement(
  house: House,
  pool: Pool,
  where: Where,
  given: { text: string } | { name: string; bytes: Uint8Array },
): Promise<Replacement> {
  const source = await theSource(house.read, where.projectId, where.sourceId)
  const text = 'text' in given ? normaliseText(given.text).replace(/\n+$/, '') : await readText(house, pool, source, given)
  expectText(await textOfVersion(house.read, source), text)
  const file = 'bytes' in given ? { name: given.name, bytes: Buffer.from(given.bytes).toString('base64') } : null
  return keepReplacement(house, { sourceId: source.id, versionId: source.versionId, text, file })
}

async function readText(house: House, pool: Pool, source: Source, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<string> {
  const path = `${house.file}.${crypto.randomUUID()}`
  try {
    await writeFile(path, bytes, { mode: 0o600 })
    return await pool.run('readText', { path, name, language: source.language })
  } finally {
    await rm(path, { force: true })
  }
}

/** A passage as it lay, and where it would lie; null where nothing is left of it. */
type Fate = { old: string; guess: string | null }
const MOST_SHOWN = 30

/** What keeping a corrected text would do: how many quotations and answers are carried along, which would wait, and both texts. */
export async function previewReplacement(house: House, where: Where, id: string) {
  const source = await theSource(house.read, where.projectId, where.sourceId)
  const replacement = await findReplacement(house, source.id, id)
  const old = await textOfVersion(house.read, source)
  const changes = diffTexts(old, replacement.text)
  const carry = carrier(changes)
  const laid = await listLaidOn(house.read, source.id)
  const unsure: Fate[] = []
  for (const span of [...laid.quotations, ...laid.answers]) {
    const carried = carry(span)
    if (carried.kind === 'carried') continue
    const { guess } = carried
    unsure.push({ old: old.slice(span.start, span.end), guess: guess && replacement.text.slice(guess.start, guess.end) })
  }
  const carried = laid.quotations.length + laid.answers.length - unsure.length
  // Questions and turns follow their guess; those of which nothing is left wait as well.
  for (const span of laid.spans) {
    const fate = carry(span)
    if (fate.kind === 'unsure' && !fate.guess) unsure.push({ old: old.slice(span.start, span.end), guess: null })
  }
  return { source, replacement, old, carried, waiting: unsure.length, unsure: unsure.slice(0, MOST_SHOWN) }
}

/** Let a corrected text hold, with its file as the source's original. Turns that nobody has corrected by hand are read from it anew. */
export async function replaceText(house: House, wish: TextWish & { replacement: string }): Promise<ChangedText> {
  const { text, file, versionId } = await findReplacement(house, wish.sourceId, wish.replacement)
  let asRead = false
  const changed = await changeText(
    house,
    { ...wish, versionId, kind: 'replace-text' },
    async (source, old, ledger) => {
      asRead = await turnsAreAsRead(ledger, source.id, old)
      return { text, changes: diffTexts(old, text) }
    },
    async (ledger, source) => {
      if (asRead) await readTurnsAgain(ledger, source.id, text)
      if (file) await keepFile(ledger, source.id, file)
    },
  )
  await forgetReplacement(house, wish.replacement)
  return changed
}

async function keepFile(ledger: Ledger, sourceId: number, file: NonNullable<Replacement['file']>): Promise<void> {
  const originalId = await keepOriginal(ledger.trx, Buffer.from(file.bytes, 'base64'))
  await ledger.update('source', sourceId, { original_id: originalId, original_name: file.name })
}
