import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treeOf } from '../../src/domain/code.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { countCodebook } from '../../src/services/count-codes.ts'
import { createCode } from '../../src/services/create-code.ts'
import { editCode } from '../../src/services/edit-code.ts'
import { mergeCodes } from '../../src/services/merge-codes.ts'
import { type MoveTo, moveCode } from '../../src/services/move-code.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { restoreCode, retireCode } from '../../src/services/retire-code.ts'
import { splitCode } from '../../src/services/split-code.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { listCodes } from '../../src/storage/codes.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import * as model from '../support/codebook-model.ts'
import { attempt, type Model, type ModelCode, refused } from '../support/codebook-model.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

type Study = Awaited<ReturnType<typeof seedSmallStudy>>
const WORDS = 6
const TEXT = 'aa bb cc dd ee ff'

const step = fc.record({
  do: fc.constantFrom('create', 'create', 'move', 'move', 'merge', 'split', 'retire', 'restore', 'rename', 'code', 'code', 'code', 'undo', 'undo', 'redo'),
  coder: fc.constantFrom(1 as const, 2 as const),
  a: fc.nat(30),
  b: fc.nat(30),
  label: fc.constantFrom('A', 'a', 'B', 'C', 'D'),
  way: fc.constantFrom('up', 'down', 'in', 'out', 'under', 'before', 'after'),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What stands in the tables, in the shape of the model. */
async function readModel(house: House, projectId: number): Promise<Model> {
  const rows = await house.read.selectFrom('code').selectAll().where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
  const below = (parentId: number | null): ModelCode[] =>
    rows.filter((row) => row.parent_id === parentId).map(({ id, label, retired_at }) => ({ id, label, retired: retired_at, below: below(id) }))
  const root = { id: 0, label: '', retired: null, below: below(null) }
  // Every code hangs on the root: none is lost in a ring.
  expect(model.allOf(root)).toHaveLength(rows.length)
  const codings = await house.read
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .select(['quotation.start_offset as start', 'quotation.end_offset as end', 'code_id as code', 'coder_id as coder'])
    .execute()
  const written = codings.map((one) => `${one.start}-${one.end} ${one.code} ${one.coder}`)
  expect(new Set(written).size, 'a coding stands twice').toBe(written.length)
  return { root, codings: new Set(written) }
}

/** The laws of any codebook, whoever did what. */
function expectWhole({ root }: Model): void {
  for (const code of [root, ...model.allOf(root)]) {
    const labels = code.below.map((one) => one.label.toLowerCase())
    expect(new Set(labels).size, `siblings with one name below ${code.label}`).toBe(labels.length)
    if (code.retired)
      expect(
        code.below.every((one) => one.retired),
        'in use below a retired code',
      ).toBe(true)
  }
}

async function expectCounts(house: House, projectId: number, now: Model, lists: boolean): Promise<void> {
  const counts = await countCodebook(house.read, projectId, treeOf(await listCodes(house.read, projectId)))
  for (const code of model.allOf(now.root)) {
    const passages = model.passagesUnder(now, code).size
    expect(counts.get(code.id)).toEqual({ quotations: passages, codings: model.codingsOf(now, code.id).length })
    if (!lists) continue
    const list = await readQuotations(house.read, { projectId, filter: `code:#${code.id}` })
    expect([list.total.quotations, list.quotations.length]).toEqual([passages, passages])
  }
}

/** What a coder did that stands or was undone, in order. */
type Entry = { coder: 1 | 2; before: string; after: string; undone: boolean }

class Walk {
  now: Model
  readonly house: House
  readonly study: Study
  readonly entries: Entry[] = []
  constructor(house: House, study: Study, begin: Model) {
    this.house = house
    this.study = study
    this.now = begin
  }

  pick(n: number): ModelCode {
    const all = model.allOf(this.now.root)
    return all[n % all.length]!
  }

  async take(step: Step): Promise<void> {
    if (step.do === 'undo' || step.do === 'redo') return this.turn(step.do, step.coder)
    const before = model.pictureOf(this.now)
    const told = await attempt(() => this.act(step))
    const real = await readModel(this.house, this.study.projectId)
    const next = this.predict(model.copyOf(this.now), step, told, real)
    expect(told === refused, `${step.do}: refused or not`).toBe(next === refused)
    if (next !== refused) this.now = next
    expect(model.pictureOf(real), step.do).toBe(model.pictureOf(this.now))
    this.now = real
    const after = model.pictureOf(real)
    if (after !== before) this.entries.push({ coder: step.coder, before, after, undone: false })
  }

  /** The coder's newest standing act, or the last undone, is turned; where the page stands as it left it, it stands as before it. */
  async turn(what: 'undo' | 'redo', coder: 1 | 2): Promise<void> {
    const where = { projectId: this.study.projectId, actorId: coder }
    const before = model.pictureOf(this.now)
    const told = await attempt(() => (what === 'undo' ? undo(this.house, where) : redo(this.house, where)))
    this.now = await readModel(this.house, this.study.projectId)
    const after = model.pictureOf(this.now)
    if (told === refused) expect(after, `${what} was refused and yet changed something`).toBe(before)
    if (what === 'redo') {
      if (told !== refused) this.entries.push({ coder, before, after, undone: false })
      return
    }
    const entry = this.entries.findLast((one) => one.coder === coder && !one.undone)
    const newest = this.entries.findLast((one) => !one.undone)
    if (entry && entry === newest && before === entry.after) expect(after, 'the newest act is undone whole').toBe(entry.before)
    if (told !== refused && entry) entry.undone = true
  }

  /** A code and another; now and then the one above it, which is what people merge into and split from. */
  ids({ a, b }: Step) {
    const codeId = this.pick(a).id
    const above = model.parentOf(this.now, codeId).id
    return { codeId, otherId: b % 3 === 0 && above !== 0 ? above : this.pick(b).id }
  }
  words({ a, b }: Step) {
    const [first, last] = [Math.min(a % WORDS, b % WORDS), Math.max(a % WORDS, b % WORDS)]
    return { start: first * 3, end: last * 3 + 2 }
  }
  /** Every other coding of a code, from the first or the second. */
  chosen(codeId: number, { b }: Step): string[] {
    return model.codingsOf(this.now, codeId).filter((_, index) => index % 2 === b % 2)
  }
  place({ way, b }: Step): model.Place {
    if (way === 'under') return { to: way, at: b % 4 === 0 ? null : this.pick(b).id }
    return way === 'before' || way === 'after' ? { to: way, at: this.pick(b).id } : { to: way as 'up' }
  }

  async act(step: Step): Promise<number | undefined> {
    const { codeId, otherId } = this.ids(step)
    const who = { projectId: this.study.projectId, coderId: step.coder }
    const { label } = step
    if (step.do === 'create') return createCode(this.house, { ...who, label, parentId: step.a % 3 === 0 ? null : codeId })
    if (step.do === 'move') await moveCode(this.house, { ...who, codeId, to: toOf(this.place(step)) })
    if (step.do === 'merge') await mergeCodes(this.house, { ...who, codeId, intoId: otherId })
    if (step.do === 'retire') await retireCode(this.house, { ...who, codeId })
    if (step.do === 'restore') await restoreCode(this.house, { ...who, codeId })
    if (step.do === 'rename') await editCode(this.house, { ...who, codeId, edit: { label } })
    if (step.do === 'code') await codePassage(this.house, { ...who, sourceId: this.study.sourceId, codeIds: [codeId], selection: this.words(step) })
    if (step.do === 'split') {
      const codingIds = await idsOf(this.house, this.chosen(codeId, step))
      const into = step.way === 'under' || step.way === 'up' ? { codeId: otherId } : { label, place: placeOfNew(step) }
      return (await splitCode(this.house, { ...who, codeId, codingIds, into })).codeId
    }
    return undefined
  }

  predict(next: Model, step: Step, told: number | undefined | typeof refused, real: Model): model.Next {
    const { codeId, otherId } = this.ids(step)
    const { label, coder } = step
    const fresh = typeof told === 'number' ? told : -1
    if (step.do === 'create') return model.create(next, fresh, label, step.a % 3 === 0 ? null : codeId)
    if (step.do === 'move') return model.move(next, codeId, this.place(step))
    if (step.do === 'merge') return model.merge(next, codeId, otherId)
    if (step.do === 'retire') return model.retire(next, codeId, model.find(real, codeId).retired!)
    if (step.do === 'restore') return model.restore(next, codeId)
    if (step.do === 'rename') return model.rename(next, codeId, label)
    if (step.do === 'code') return model.codeWords(next, `${this.words(step).start}-${this.words(step).end}`, codeId, coder)
    const into = step.way === 'under' || step.way === 'up' ? { codeId: otherId } : { label, place: placeOfNew(step), fresh }
    return model.split(next, codeId, this.chosen(codeId, step), into)
  }
}

function toOf(place: model.Place): MoveTo {
  if (place.to === 'under') return { parentId: place.at }
  if (place.to === 'before') return { before: place.at! }
  return place.to === 'after' ? { after: place.at! } : place.to
}
function placeOfNew({ a }: Step): 'under' | 'beside' {
  return a % 2 ? 'under' : 'beside'
}
async function idsOf(house: House, codings: readonly string[]): Promise<number[]> {
  const rows = await house.read
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .select(['coding.id', 'quotation.start_offset as start', 'quotation.end_offset as end', 'code_id as code', 'coder_id as coder'])
    .execute()
  return rows.filter((one) => codings.includes(`${one.start}-${one.end} ${one.code} ${one.coder}`)).map((one) => one.id)
}

/** @returns whether nothing was left to undo: where one has undone what the other's act needs, that act can't be undone any more, and it says so. */
async function undoAll(house: House, projectId: number): Promise<boolean> {
  const left = new Map<number, string>()
  while (left.size < 2)
    for (const actorId of [1, 2])
      await undo(house, { projectId, actorId }).then(
        () => left.clear(),
        (error) => left.set(actorId, error.key),
      )
  for (const key of left.values()) expect(['refusal.nothing-to-undo', 'refusal.undo-in-use']).toContain(key)
  return [...left.values()].every((key) => key === 'refusal.nothing-to-undo')
}

async function openTwoCoders() {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house, TEXT)
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-coder' }, (ledger) =>
    ledger.insert('coder', { guid: 'b', name: 'B', made_at: 'now' }),
  )
  return { house, study, begin: await readModel(house, study.projectId) }
}

test('any acts of two coders on a codebook: always a tree, no coding lost or doubled, counts equal the lists, and all undone is as before', async () => {
  let opened: Awaited<ReturnType<typeof openTwoCoders>> | undefined
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24, size: 'max' }), async (steps) => {
      // What a broken run left behind is not to break the next.
      const { house, study, begin } = opened ?? (await openTwoCoders())
      opened = undefined
      const walk = new Walk(house, study, begin)
      for (const one of steps) {
        await walk.take(one)
        expectWhole(walk.now)
        await expectCounts(house, study.projectId, walk.now, false)
      }
      await expectCounts(house, study.projectId, walk.now, true)
      if (!(await undoAll(house, study.projectId))) return
      expect(model.pictureOf(await readModel(house, study.projectId))).toBe(model.pictureOf(begin))
      opened = { house, study, begin }
    }),
    { numRuns: 50 },
  )
}, 120_000)
