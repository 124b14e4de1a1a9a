import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clause } from '../../src/domain/filter.ts'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { parseQuery } from '../../src/domain/parse-query.ts'
import type { QueryNode } from '../../src/domain/query.ts'
import type { Span } from '../../src/domain/span.ts'
import { withSets } from '../../src/search/with-sets.ts'
import { listFilterSets } from '../../src/storage/filter-sets.ts'
import { ProjectIndexes } from '../../src/workers/project-indexes.ts'
import { openTestHouse } from '../support/house.ts'
import { below, hasValue, readRows, speaksOf } from '../support/naive-recount.ts'
import { anyFilterText, anyStudy, keepStudy } from '../support/random-study.ts'

type Rows = Awaited<ReturnType<typeof readRows>>
type Place = Span & { sourceId: number }
const meets = (span: any, { sourceId, start, end }: Place) => span.source_id === sourceId && span.start_offset < end && start < span.end_offset
const ofCodings = ['coder', 'made', 'from', 'to', 'memo', 'state', 'review']

/** One paragraph at a time, looking at every row that could matter. */
function holds(rows: Rows, projectId: number, place: Place, node: QueryNode): boolean {
  if (node.kind === 'not') return !holds(rows, projectId, place, node.node)
  if (node.kind === 'or') return node.nodes.some((one) => holds(rows, projectId, place, one))
  if (node.kind === 'filter') return holdsAll(rows, projectId, place, [node.clause])
  if (node.kind !== 'and') throw new Error('only conditions')
  const clauses = node.nodes.flatMap((one) => (one.kind === 'filter' ? [one.clause] : []))
  return holdsAll(rows, projectId, place, clauses) && node.nodes.every((one) => one.kind === 'filter' || holds(rows, projectId, place, one))
}

/** What is asked of codings beside each other is asked of one coding, and of one for each code. */
function holdsAll(rows: Rows, projectId: number, place: Place, clauses: Clause[]): boolean {
  const codings = rows.coding.filter(({ quotation_id }) =>
    meets(
      rows.quotation.find(({ id }) => id === quotation_id),
      place,
    ),
  )
  const beside = clauses.filter(({ key }) => ofCodings.includes(key))
  const codes = clauses.filter(({ key }) => key === 'code')
  const some = (code?: Clause) => codings.some((coding) => [...beside, ...(code ? [code] : [])].every((one) => isOf(rows, projectId, coding, one)))
  if (codes.length > 0 ? !codes.every((one) => some(one)) : beside.length > 0 && !some()) return false
  return clauses.filter(({ key }) => key !== 'code' && !ofCodings.includes(key)).every((one) => isAt(rows, projectId, place, one))
}

function isOf(rows: Rows, projectId: number, coding: any, clause: Clause): boolean {
  if (clause.key === 'code') return codesOf(rows, projectId, clause).includes(coding.code_id)
  if (clause.key === 'coder') return rows.coder.find(({ id }) => id === coding.coder_id).name === nameOf(clause)
  if (clause.key === 'made') return coding.made_by === clause.value
  if (clause.key === 'from') return coding.made_at.slice(0, 10) >= clause.value
  if (clause.key === 'to') return coding.made_at.slice(0, 10) <= clause.value
  if (clause.key === 'state') {
    const quotation = rows.quotation.find(({ id }) => id === coding.quotation_id)
    return rows.finding.some((finding) => finding.state && ['*', finding.state].includes(clause.value) && speaksOf(rows, finding, coding, quotation))
  }
  // Nothing waits in these studies, and nothing was laid again.
  if (clause.key === 'review') return false
  return rows.memo.some((memo) => memo.target_id === coding.id && 'value' in clause && (clause.value === '*' || memo.text.toLowerCase().includes(clause.value)))
}
const nameOf = (clause: Clause) => ('named' in clause && 'name' in clause.named ? clause.named.name : null)
const codesOf = (rows: Rows, projectId: number, clause: Clause) =>
  rows.code.filter(({ project_id, label }) => project_id === projectId && label === nameOf(clause)).flatMap(({ id }) => below(rows, id))

function isAt(rows: Rows, projectId: number, place: Place, clause: Clause): boolean {
  const source = rows.source.find(({ id }) => id === place.sourceId)
  const cases = rows.study_case.filter(({ project_id }) => project_id === projectId)
  if (clause.key === 'source') return source.title === nameOf(clause)
  if (clause.key === 'kind') return source.kind === clause.value
  if (clause.key === 'case') return casesAt(rows, place).some((id) => nameOf(clause) === null || cases.find((one) => one.id === id)?.name === nameOf(clause))
  if (clause.key === 'attribute') return casesAt(rows, place).some((id) => hasValue(rows, id, clause))
  if (clause.key === 'role') return speaks(rows, place, clause.value)
  if (clause.key !== 'answer') throw new Error(`not scanned: ${clause.key}`)
  return rows.answer_span.some((span) => meets(span, place) && rows.answer.find(({ id }) => id === span.answer_id).status === clause.value)
}

function casesAt(rows: Rows, place: Place): number[] {
  const speakers = rows.speaker.filter(({ source_id, case_id }) => source_id === place.sourceId && case_id !== null)
  const turns = rows.source_span.filter(({ kind, speaker_id }) => kind === 'turn' && speakers.some(({ id }) => id === speaker_id))
  if (turns.length === 0) return rows.source_case.filter(({ source_id }) => source_id === place.sourceId).map(({ case_id }) => case_id)
  return turns.filter((turn) => meets(turn, place)).map((turn) => speakers.find(({ id }) => id === turn.speaker_id).case_id)
}

function speaks(rows: Rows, place: Place, role: string): boolean {
  const turns = rows.source_span.filter(({ kind, source_id }) => kind === 'turn' && source_id === place.sourceId)
  if (role === 'informant') {
    const said = turns.length === 0 ? [place] : turns.filter((turn) => rows.speaker.find(({ id }) => id === turn.speaker_id).role === role)
    const apart = rows.source_span.filter(({ kind, source_id }) => kind !== 'turn' && source_id === place.sourceId)
    const isIn = (span: any, at: number) => (span.start_offset ?? span.start) <= at && at < (span.end_offset ?? span.end)
    return Array.from({ length: place.end - place.start }, (_, nth) => place.start + nth).some(
      (at) => said.some((one) => isIn(one, at)) && !apart.some((one) => isIn(one, at)),
    )
  }
  return turns.some((turn) => rows.speaker.find(({ id }) => id === turn.speaker_id).role === role && meets(turn, place))
}

test('what a filter finds is what a scan of every paragraph finds', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(anyStudy, fc.array(anyFilterText(2, false), { minLength: 4, maxLength: 4 }), async (study, texts) => {
      const { projectId } = await keepStudy(house, study, 'so we said,\nand so it was\nand so on, and on\n\nas it was before this')
      const indexes = new ProjectIndexes(house.read)
      const rows = await readRows(house)
      for (const text of texts) {
        const { found, tree, sources } = await indexes.with(projectId, async (kept) => {
          const query = withSets(parseQuery(text, kept.scope), await listFilterSets(house.read, projectId))
          const { placesOf, problems } = await kept.conditions.find(query)
          expect([...query.problems, ...problems]).toEqual([])
          return { found: kept.index.search(query, { placesOf, limit: 1000, order: 'text' }).hits, tree: query.tree, sources: kept.sources }
        })
        const all = sources.flatMap(({ id, versionId }) =>
          paragraphsOf(rows.source_version.find((one) => one.id === versionId).text).flatMap(({ start, end, number }) =>
            number === null ? [] : [{ sourceId: id, start, end }],
          ),
        )
        const naive = tree ? all.filter((place) => holds(rows, projectId, place, tree)) : []
        expect(found.map(({ sourceId, start, end }) => ({ sourceId, start, end }))).toEqual(naive)
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('what the project does not have is told with its place, and holds nowhere', async () => {
  const { house } = await openTestHouse()
  const [study] = fc.sample(anyStudy, { numRuns: 1, seed: 7 })
  const { projectId } = await keepStudy(house, study!)
  await new ProjectIndexes(house.read).with(projectId, async ({ conditions, index, scope }) => {
    for (const [typed, key, place] of [
      ['said code:Nothing', 'refusal.filter-no-code', 6],
      ['"weight":>3 said ', 'refusal.filter-no-attribute', 1],
      ['said region:>3', 'refusal.filter-compare', 6],
    ] as const) {
      const query = parseQuery(typed, scope)
      const { placesOf, problems } = await conditions.find(query)
      expect(problems).toMatchObject([{ key, place }])
      expect(index.search(query, { placesOf }).total).toBe(0)
    }
  })
})
