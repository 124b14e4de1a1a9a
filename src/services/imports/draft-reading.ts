import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { FileStage, ImportDraft, Said, Verdict } from '../../domain/import-draft.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isDiskFull } from '../../domain/storage-trouble.ts'
import { listGuides } from '../../storage/guides.ts'
import type { House } from '../../storage/open.ts'
import type { Facts } from '../../workers/extract-job.ts'
import type { Pool } from '../../workers/pool.ts'
import { asGuide } from '../stored-guide.ts'
import { pathsOf, readJson, writeJson } from './draft-folder.ts'
import { findReading } from './draft-state.ts'

/** Seconds that one stage of one file may take; sheets of thousands of rows and long PDFs are more work than any interview. */
const PATIENCE = { usual: 10, large: 30, guides: 120 }
const LARGE_PDF = 5 * 1024 * 1024
/** Files read at once, so that other work in the threads waits for one file at most. */
const LANES = 2

/** How far each file has come, and what stops it. `failed`: why it could not go on. */
export type Reading = { stages: FileStage[]; stop: AbortController; finished: Promise<void>; failed: Said | null }

/** One reading of a draft: every file extracted, what its line ends part looked up in all of them, every file understood. */
export class DraftReading {
  readonly house: House
  readonly pool: Pool
  readonly draft: ImportDraft
  readonly reading: Reading
  readonly paths: ReturnType<typeof pathsOf>
  readonly facts: (Facts | undefined)[] = []
  /** Whether any file was extracted in this reading. */
  isNew = false

  constructor(house: House, pool: Pool, draft: ImportDraft, reading: Reading) {
    this.house = house
    this.pool = pool
    this.draft = draft
    this.reading = reading
    this.paths = pathsOf(house, draft.id)
  }

  async run(): Promise<void> {
    await this.inLanes((n) => this.look(n))
    await this.inLanes((n) => this.extract(n))
    const evidence = await this.gatherEvidence()
    await this.inLanes((n) => this.understand(n, evidence))
  }

  async inLanes(work: (n: number) => Promise<void>): Promise<void> {
    const { stop } = this.reading
    let next = 0
    const lane = async () => {
      while (next < this.draft.files.length) {
        stop.signal.throwIfAborted()
        await work(next++)
      }
    }
    // What ends one lane ends the other, and both have ended before anything else is done.
    const lanes = Array.from({ length: LANES }, () =>
      lane().catch((error) => {
        stop.abort(error)
        throw error
      }),
    )
    for (const ended of await Promise.allSettled(lanes)) if (ended.status === 'rejected') throw stop.signal.reason
  }

  /** What is there already, from before a restart or another wish. */
  async look(n: number): Promise<void> {
    const verdict = await readJson<Verdict>(this.paths.verdict(n))
    this.facts[n] = await readJson<Facts>(this.paths.facts(n))
    if (verdict) this.reading.stages[n] = verdict.summary ? 'done' : 'refused'
    else if (this.facts[n]) this.reading.stages[n] = 'read'
    const { refusal } = this.draft.files[n]!
    if (refusal && !verdict) await this.settle(n, { summary: null, refusal })
  }

  async extract(n: number): Promise<void> {
    if (this.reading.stages[n] !== 'waits') return
    this.reading.stages[n] = 'reads'
    const { name } = this.draft.files[n]!
    const { encoding } = (await findReading(this.house, this.draft.id, n)).options
    await this.orRefuse(n, async () => {
      const facts = await this.pool.run('extract', { path: this.paths.bytes(n), name, encoding, keepAt: this.paths.raw(n) }, this.terms(n))
      await writeJson(this.paths.facts(n), facts)
      this.facts[n] = facts
      this.isNew = true
      this.reading.stages[n] = 'read'
    })
  }

  /** Where the evidence lies, or null where no file needs any. */
  async gatherEvidence(): Promise<string | null> {
    const waiting = this.facts.some((facts, n) => facts?.hyphens && this.reading.stages[n] === 'read')
    if (!waiting) return null
    if (!this.isNew && existsSync(this.paths.evidence)) return this.paths.evidence
    const rawsOf = (wanted: (facts: Facts) => boolean) => this.facts.flatMap((facts, n) => (facts && wanted(facts) ? [this.paths.raw(n)] : []))
    const input = { raws: rawsOf(() => true), parted: rawsOf((facts) => facts.hyphens), projectId: this.draft.projectId, keepAt: this.paths.evidence }
    const done = this.pool.run('gatherEvidence', input, { seconds: PATIENCE.large, signal: this.reading.stop.signal })
    // Without evidence no word is joined, and each is listed: worse, but nothing is lost.
    return done.then(
      () => this.paths.evidence,
      (error) => {
        if (this.reading.stop.signal.aborted || isFull(error)) throw error
        return null
      },
    )
  }

  async understand(n: number, evidence: string | null): Promise<void> {
    if (this.reading.stages[n] !== 'read') return
    this.reading.stages[n] = 'understands'
    const { options } = await findReading(this.house, this.draft.id, n)
    const facts = this.facts[n]!
    const keep = { sources: this.paths.sources(n), summaries: this.paths.summaries(n), repairs: this.paths.repairs(n) }
    const input = {
      raw: this.paths.raw(n),
      name: this.draft.files[n]!.name,
      language: this.draft.language,
      options,
      evidence: facts.hyphens ? evidence : null,
      keep,
    }
    await this.orRefuse(n, async () => {
      const summary = await this.pool.run('understand', input, this.terms(n))
      const questions = Math.max(summary.questions, await this.recognise(n))
      await this.settle(n, { summary: { ...summary, questions, encodings: facts.encodings }, refusal: null })
    })
  }

  /** Where the project has guides, they are looked for. What can't be looked through is read all the same. @returns how many questions are asked */
  async recognise(n: number): Promise<number> {
    await rm(this.paths.follows(n), { force: true })
    const guides = await listGuides(this.house.read, this.draft.projectId)
    const asking = guides.filter((guide) => guide.sections.some((section) => section.questions.length > 0))
    if (asking.length === 0) return 0
    const input = { sources: this.paths.sources(n), keepAt: this.paths.follows(n), guides: asking.map((guide) => ({ id: guide.id, guide: asGuide(guide) })) }
    return this.pool.run('recogniseFile', input, { seconds: PATIENCE.guides, signal: this.reading.stop.signal }).catch((error) => {
      if (this.reading.stop.signal.aborted || isFull(error)) throw error
      return 0
    })
  }

  terms(n: number): { seconds: number; signal: AbortSignal } {
    const { name, size } = this.draft.files[n]!
    const large = /\.(csv|tsv|xlsx)$/i.test(name) || (/\.pdf$/i.test(name) && size > LARGE_PDF)
    return { seconds: large ? PATIENCE.large : PATIENCE.usual, signal: this.reading.stop.signal }
  }

  /** What can't be read is refused alone; what goes wrong for all (a full disk, nobody wants it any more) ends the reading. */
  async orRefuse(n: number, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (this.reading.stop.signal.aborted || isFull(error)) throw error
      await this.settle(n, { summary: null, refusal: sentenceOf(error) })
    }
  }

  async settle(n: number, verdict: Verdict): Promise<void> {
    this.reading.stop.signal.throwIfAborted()
    await writeJson(this.paths.verdict(n), verdict)
    this.reading.stages[n] = verdict.summary ? 'done' : 'refused'
  }
}

function isFull(error: unknown): boolean {
  return isDiskFull(error) || (error instanceof Refusal && error.key === 'refusal.disk-full')
}

/** Why a file was not read. A bug of ours is logged, and said as what it means to the person: this file can't be read. */
export function sentenceOf(error: unknown): Said {
  if (error instanceof Refusal) return { key: error.key, values: error.values }
  console.error(error)
  return { key: 'refusal.import-bug', values: {} }
}
