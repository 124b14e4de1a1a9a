import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerStatuses } from '../../src/domain/answer.ts'
import { findingStates } from '../../src/domain/finding.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { listCasesBehind } from '../../src/services/case-bases.ts'
import { findExporter } from '../../src/services/exports.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { openTestHouse } from '../support/house.ts'
import { casesWithin, informantWords } from '../support/naive-matrix.ts'
import { below, type Rows, readRows, recount, rowsOf } from '../support/naive-recount.ts'
import { anyFilterText, anyStudy, keepStudy } from '../support/random-study.ts'

const states = fc.array(fc.constantFrom('yes' as const, 'no' as const, 'partly' as const), { minLength: 4, maxLength: 4 })
/** Chance alone seldom judges several cases of one theme alike. */
const anyJudgedStudy = fc
  .tuple(anyStudy, fc.option(states))
  .map(([study, judged]) => (judged ? { ...study, findings: judged.map((state, one) => ({ one, code: 0, question: 0, state })) } : study))
const asked = anyJudgedStudy.chain((study) => fc.record({ study: fc.constant(study), filter: anyFilterText(study.parents.length) }))
const alike = (a: number[], b: number[]) => expect([...a].sort((x, y) => x - y)).toEqual([...b].sort((x, y) => x - y))

test('every number of the frequencies is that of a naive recount, and of the list that it opens', async () => {
  const { house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(asked, async ({ study, filter }) => {
      const { projectId, slug } = await keepStudy(house, study)
      const rows = rowsOf(await readRows(house), projectId)
      const links = await house.read.selectFrom('question_theme').selectAll().execute()
      const found = recount(rows, projectId, parseFilter(filter))
      const cases = casesWithin(rows, projectId, parseFilter(filter))
      const said = informantWords(rows, projectId, parseFilter(filter))
      const { themes } = await readFrequencies(house.read, { projectId, filter, split: 'attribute:region', words: true })
      const input = { project: { id: projectId, slug, name: slug }, filter, language: 'en' as const, options: {} }
      const records = JSON.parse(String((await findExporter('frequencies', 'json')(house.read, input)).bytes)) as Record<string, unknown>[]
      expect(records.map(({ theme }) => theme)).toEqual(themes.map(({ code }) => code.path))
      for (const [at, { code, basis, whole, split }] of themes.entries()) {
        const mine = found.filter(({ coding }) => below(rows, code.id).includes(coding.code_id))
        const quoted = cases.filter((id) => mine.some((one) => one.cases.includes(id)))
        expect(whole.codings).toBe(mine.length)
        expect(whole.quotations).toBe(new Set(mine.map(({ quotation }) => quotation.id)).size)
        expect(whole.words).toBe(
          said.filter((word) =>
            mine.some(
              ({ quotation: { source_id, start_offset, end_offset } }) =>
                source_id === word.source_id && start_offset <= word.start_offset && word.start_offset < end_offset,
            ),
          ).length,
        )
        alike(
          whole.units.flatMap((unit) => (unit.quoted ? [unit.caseId] : [])),
          quoted,
        )
        const list = await readQuotations(house.read, { projectId, filter: `(${filter || 'code:*'}) code:#${code.id}`, size: 1000 })
        expect(list.total).toEqual({ quotations: whole.quotations, codings: whole.codings })
        for (const state of findingStates) expect(whole.states[state]).toBe(cases.filter((id) => judged(rows, links, code.id, id) === state).length)
        expect(records[at]).toMatchObject({ cases: quoted.length, ...whole.states, words: whole.words, quotations: whole.quotations, codings: whole.codings })
        if (basis === 'asked') expect(answerStatuses.reduce((sum, status) => sum + whole.standings[status], 0)).toBe(cases.length)
        const inGroups = split.reduce((sum, part) => sum + part.base, 0)
        expect(inGroups, 'groups part the base').toBe(whole.base)
        for (const part of split) expect(part.words).toBeLessThanOrEqual(whole.words)
      }
      if (cases.length > 0)
        expect(await listCasesBehind(house.read, { projectId, filter: `(${cases.map((id) => `case:#${id}`).join(' OR ')})`, kind: '' })).toHaveLength(
          cases.length,
        )
    }),
    { numRuns: 15, endOnFailure: true },
  )
}, 60_000)

/** What a case was judged to say of a theme: of the theme itself, else of the questions that ask for it. */
function judged(rows: Rows, links: any[], themeId: number, caseId: number): string | null {
  const own = rows.finding.find((one) => one.code_id === themeId && one.case_id === caseId && one.state)
  if (own) return own.state
  const asking = (codeId: number) => links.filter(({ code_id }) => code_id === codeId).map(({ question_id }) => question_id)
  const children = rows.code.filter(({ parent_id }) => parent_id === themeId).flatMap(({ id }) => asking(id))
  const questions = asking(themeId).length > 0 ? asking(themeId) : children
  const states = new Set(rows.finding.filter((one) => one.case_id === caseId && questions.includes(one.question_id) && one.state).map(({ state }) => state))
  return states.size > 1 ? 'partly' : ([...states][0] ?? null)
}
