import type { ExchangeDraft, ExchangeReport } from '../../domain/exchange-draft.ts'
import { toName, toNote } from '../../domain/name.ts'
import { Refusal } from '../../domain/refusal.ts'
import { freeSlug, slugOf } from '../../domain/slug.ts'
import type { SourceLanguage } from '../../domain/source.ts'
import { type Ledger, perform } from '../../storage/ledger.ts'
import { ownBy } from '../../storage/memberships.ts'
import type { House } from '../../storage/open.ts'
import { listSlugs } from '../../storage/project-list.ts'
import { isLimited } from '../independent-coding.ts'
import type { Watch } from '../under-way.ts'
import { draftSources, takeExchangeDraft } from './exchange-drafts.ts'
import { restoreStudy } from './restore-study.ts'
import { takeCases } from './take-exchange-cases.ts'
import { nameCoders, takeCoders, takeCodes } from './take-exchange-codes.ts'
import { takeCodings } from './take-exchange-codings.ts'
import { takeMemos, takeSets } from './take-exchange-memos.ts'
import { takeSources } from './take-exchange-sources.ts'

/** Where a file is taken in: a project that is there, or a new one. */
export type ExchangeTarget = { projectId: number; slug: string } | { name: string; language: SourceLanguage }
/** `report` null: a study of our own was opened whole. `behind`: it was read into a project, where its history stays behind. */
export type ExchangeDone = { slug: string; report: ExchangeReport | null; behind: boolean }

/**
 * Take a file of another program in, as one act; its draft is then gone. Codes are matched by path, sources by their text, cases and
 * coders by name: what stands already is not made twice, so the same file again adds nothing. Where nobody waits for it any more nothing
 * is kept, and the draft stays.
 */
export async function importExchange(house: House, wish: { draftId: string; coderId: number; into: ExchangeTarget }, watch: Watch = {}): Promise<ExchangeDone> {
  const taken = await takeExchangeDraft(house, wish.draftId)
  try {
    const whole = taken.draft.kind === 'study' && !('projectId' in wish.into)
    const done = whole
      ? { ...(await restoreStudy(house, { ...wish, folder: taken.folder }, watch)), report: null, behind: false }
      : { ...(await importInto(house, { ...wish, ...taken, watch })), behind: taken.draft.kind === 'study' }
    await taken.drop().catch(() => undefined)
    return done
  } catch (error) {
    await taken.putBack()
    throw error
  }
}

type Wish = { coderId: number; into: ExchangeTarget; draft: ExchangeDraft; folder: string; watch: Watch }

async function importInto(house: House, { coderId, into, draft, folder, watch }: Wish): Promise<Omit<ExchangeDone, 'behind'>> {
  const known = 'projectId' in into
  const head = { projectId: known ? into.projectId : null, actorId: coderId, kind: 'import-project', about: { label: draft.project.name } } as const
  if (known && draft.sources.some(({ selections, codings }) => selections + codings > 0) && (await isLimited(house.whole, into.projectId, coderId)))
    throw new Refusal('conflict', 'refusal.import-apart')
  const { result } = await perform(house.write, head, async (ledger) => {
    const target = known ? { id: into.projectId, slug: into.slug } : await beginProject(ledger, into, draft)
    if (!known) await ownBy(ledger, target.id, coderId)
    return { slug: target.slug, report: await takeAll(ledger, target.id, { coderId, draft, folder, watch }) }
  })
  return result
}

async function beginProject(ledger: Ledger, { name, language }: { name: string; language: SourceLanguage }, { project }: ExchangeDraft) {
  const named = toName(name)
  const slug = freeSlug(slugOf(named), (await listSlugs(ledger.trx)).add('demo'))
  const row = { guid: crypto.randomUUID(), slug, name: named, language, research_question: toNote(project.description.slice(0, 2000)) }
  return { id: await ledger.insert('project', { ...row, made_at: new Date().toISOString() }), slug }
}

async function takeAll(ledger: Ledger, projectId: number, { coderId, draft, folder, watch }: Omit<Wish, 'into'>): Promise<ExchangeReport> {
  const report = emptyReport()
  const stepOf = stepper(draft.sources.length, watch)
  const { project } = draft
  const { sources, bytesAt } = draftSources(folder)
  const coders = await takeCoders(ledger, await nameCoders(ledger.trx, project, coderId))
  const codes = await takeCodes(ledger, projectId, project.codes)
  const taken = await takeSources(ledger, { projectId, sources, bytesAt, onSource: stepOf(0) }, report)
  const sourceIds = taken.map((one) => one.sourceId)
  const laid = await takeCodings(ledger, taken, { codes: codes.ids, coders: coders.ids, coderId, onSource: stepOf(1) }, report)
  const cases = await takeCases(ledger, projectId, project, sourceIds, report)
  await takeMemos(ledger, projectId, project, { coderId, coders: coders.ids, codes: codes.ids, cases, sources: sourceIds, laid }, report)
  const sets = await takeSets(ledger, projectId, project, { codes: codes.ids, titles: draft.sources.map((one) => one.title) })
  return { ...report, coders: coders.made, codes: codes.made, sets }
}

/** Each source is taken twice: its text, then its codings. Throws where nobody waits any more. */
function stepper(sources: number, { onProgress, signal }: Watch): (stage: 0 | 1) => (done: number) => void {
  return (stage) => (done) => {
    signal?.throwIfAborted()
    onProgress?.(stage * sources + done, 2 * sources)
  }
}

function emptyReport(): ExchangeReport {
  const sources = { sources: 0, knownSources: 0, changedSources: 0, uncarried: 0, waiting: 0 }
  return { coders: 0, codes: 0, ...sources, cases: 0, quotations: 0, codings: 0, knownCodings: 0, memos: 0, sets: 0, misfits: 0 }
}
