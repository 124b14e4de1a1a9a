import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Relation, relations } from '../../src/domain/co-occurrence.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { wordsOf } from '../../src/domain/word.ts'
import { readCoOccurrence } from '../../src/services/co-occurrence.ts'
import { readPassagesTogether } from '../../src/services/passages-together.ts'
import { openTestHouse } from '../support/house.ts'
import { below, type Rows, readRows, recount, rowsOf } from '../support/naive-recount.ts'
import { anyFilterText, anyStudy, keepStudy } from '../support/random-study.ts'

const asked = anyStudy.chain((study) =>
  fc.record({
    study: fc.constant(study),
    filter: anyFilterText(study.parents.length),
    relation: fc.constantFrom(...relations),
    words: fc.nat(4),
  }),
)

test('every number is that of a naive recount and of the list that it opens; the table is the same both ways, but for "inside"', async () => {
  const { house } = await openTestHouse()
  let counted = 0
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, filter, relation, words }) => {
      const { projectId } = await keepStudy(house, study)
      const rows = rowsOf(await readRows(house), projectId)
      for (const query of ['', filter]) {
        const wish = { projectId, filter: query, relation, words }
        const { codes, counts } = await readCoOccurrence(house.read, { ...wish, codes: 'all' })
        for (const [row, one] of codes.entries())
          for (const [column, other] of codes.entries()) {
            const n = counts[row]![column]!
            if (n === null) continue
            counted += n
            expect(n, `${one.label} and ${other.label}, ${relation} ${words}, ${query}`).toBe(naive(rows, wish, [one.id, other.id]))
            if (relation !== 'inside') expect(counts[column]![row]).toBe(n)
            const list = await readPassagesTogether(house.read, { ...wish, codeIds: [one.id, other.id] })
            expect(list.total).toBe(n)
            expect(list.passages).toHaveLength(Math.min(25, n))
            // An answer may have its parts in two sources, and a passage shows the words of one.
            for (const { runs } of relation === 'answer' ? [] : list.passages) expect(new Set(runs.flatMap(({ under }) => under))).toEqual(new Set([0, 1]))
          }
      }
    }),
    { numRuns: 25 },
  )
  expect(counted).toBeGreaterThan(50)
})

test('three codes: as many passages as a naive recount finds', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, relation, words }) => {
      const { projectId } = await keepStudy(house, study)
      const rows = rowsOf(await readRows(house), projectId)
      const codeIds = rows.code
        .filter(({ project_id }) => project_id === projectId)
        .map(({ id }) => id)
        .slice(0, 3)
      if (codeIds.length < 3) return
      const wish = { projectId, filter: '', relation, words }
      expect((await readPassagesTogether(house.read, { ...wish, codeIds })).total).toBe(naive(rows, wish, codeIds))
    }),
    { numRuns: 25 },
  )
})

test('fewer than two codes, and a code of another project, are refused', async () => {
  const { house } = await openTestHouse()
  const study = fc.sample(anyStudy, { numRuns: 2, seed: 7 })
  const { projectId } = await keepStudy(house, study[0]!)
  const other = await keepStudy(house, study[1]!)
  const idOf = async (of: number) => (await house.read.selectFrom('code').select('id').where('project_id', '=', of).executeTakeFirstOrThrow()).id
  const wish = { projectId, filter: '', relation: 'overlap' as const, words: 0 }
  const mine = await idOf(projectId)
  await expect(readPassagesTogether(house.read, { ...wish, codeIds: [mine, mine] })).rejects.toMatchObject({ key: 'refusal.two-codes' })
  await expect(readPassagesTogether(house.read, { ...wish, codeIds: [mine, await idOf(other.projectId)] })).rejects.toMatchObject({ key: 'refusal.no-code' })
})

type Wish = { projectId: number; filter: string; relation: Relation; words: number }

/** Character by character: which of the codes lie on each, and from that what stands together. */
function naive(rows: Rows, wish: Wish, codeIds: readonly number[]): number {
  const found = recount(rows, wish.projectId, parseFilter(wish.filter))
  const sources = rows.source.filter(({ project_id }) => project_id === wish.projectId)
  const answers = new Map<number, Set<number>>()
  let total = 0
  for (const source of sources) {
    const { text } = rows.source_version.find(({ id }) => id === source.version_id)
    const quotations = codeIds.map((code) =>
      found
        .filter(({ coding, quotation }) => quotation.source_id === source.id && below(rows, code).includes(coding.code_id))
        .map(({ quotation }) => quotation),
    )
    const lies = quotations.map((mine) => Array.from({ length: text.length }, (_, at) => mine.some((one) => one.start_offset <= at && at < one.end_offset)))
    if (wish.relation === 'overlap') total += stretches(text.length, (at) => lies.every((on) => on[at]!))
    if (wish.relation === 'inside') total += within(quotations[0]!, lies.slice(1))
    if (wish.relation === 'near') total += runsNear(text, lies, wish.words)
    if (wish.relation === 'paragraph') total += lines(text).filter(([from, to]) => lies.every((on) => on.slice(from, to).some(Boolean))).length
    for (const span of rows.answer_span.filter(({ source_id }) => source_id === source.id))
      for (const [at, on] of lies.entries())
        if (on.slice(span.start_offset, span.end_offset).some(Boolean)) answers.set(span.answer_id, (answers.get(span.answer_id) ?? new Set()).add(at))
  }
  return wish.relation === 'answer' ? [...answers.values()].filter(({ size }) => size === codeIds.length).length : total
}

function stretches(length: number, holds: (at: number) => boolean): number {
  return Array.from({ length }, (_, at) => at).filter((at) => holds(at) && !(at > 0 && holds(at - 1))).length
}

function within(quotations: any[], others: boolean[][]): number {
  const distinct = [...new Map(quotations.map((one) => [one.id, one])).values()]
  return distinct.filter((one) => others.every((on) => on.slice(one.start_offset, one.end_offset).every(Boolean))).length
}

/** Parts of the text in which something is coded, put together where at most so many words stand between; those that hold every code. */
function runsNear(text: string, lies: boolean[][], words: number): number {
  const coded = (at: number) => lies.some((on) => on[at])
  const starts = wordsOf(text).map(({ start }) => start)
  const runs: { codes: Set<number>; end: number }[] = []
  for (let at = 0; at < text.length; at++) {
    if (!coded(at)) continue
    const last = runs.at(-1)
    const run = last && starts.filter((start) => last.end <= start && start < at).length <= words ? last : { codes: new Set<number>(), end: at }
    if (run !== last) runs.push(run)
    for (const [code, on] of lies.entries()) if (on[at]) run.codes.add(code)
    run.end = at + 1
  }
  return runs.filter(({ codes }) => codes.size === lies.length).length
}

function lines(text: string): [number, number][] {
  let at = 0
  return text.split('\n').map((line) => {
    const from = at
    at += line.length + 1
    return [from, from + line.length]
  })
}
