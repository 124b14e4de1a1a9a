import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedStandings, isInBase } from '../../src/domain/asked.ts'
import { type CasePart, caseParts, partsOfBase } from '../../src/domain/case-parts.ts'
import { findingStates } from '../../src/domain/finding.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { listCasesBehind } from '../../src/services/case-bases.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { readFrequencies, type ThemeCount } from '../../src/services/frequencies.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { sayDenominator, sayPart } from '../../src/texts/denominator-sentences.ts'
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
        const based = new Set(whole.units.flatMap(({ standing, caseId }) => (isInBase(standing) ? [caseId] : [])))
        const stated = (state: string | null) => cases.filter((id) => based.has(id) && judged(rows, links, code.id, id) === state).length
        for (const state of findingStates) expect(whole.parts[state]).toBe(stated(state))
        for (const count of [whole, ...split]) {
          expect(sum(partsOfBase, count), 'the parts of the base are the base').toBe(count.base)
          expect(sum(caseParts, count), 'all parts are all cases').toBe(count.units.length)
        }
        const outside = cases.filter((id) => !based.has(id) && judged(rows, links, code.id, id)).length
        const told = { yes: stated('yes'), no: stated('no'), partly: stated('partly') }
        const { not_judged, no_stand } = records[at]!
        if (whole.units.every(({ standing }) => standing !== 'waiting')) expect(Number(not_judged) + Number(no_stand)).toBe(stated(null))
        if (whole.units.every(({ standing }) => standing !== 'waiting')) expect(records[at]).toMatchObject({ ...told, judged_outside: outside })
        expect(
          sentence({ basis, ...whole }).reduce((all, n) => all + n, 0),
          'the sentence adds up',
        ).toBe(cases.length)
        expect(records[at]).toMatchObject({ cases: quoted.length, words: whole.words, quotations: whole.quotations, codings: whole.codings })
        if (basis === 'asked') expect(countedStandings.reduce((sum, status) => sum + whole.standings[status], 0)).toBe(cases.length)
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

const sum = (parts: readonly CasePart[], count: ThemeCount) => parts.reduce((all, part) => all + count.parts[part], 0)

/** The numbers of a denominator's sentence, but for its base. */
function sentence(count: Parameters<typeof sayDenominator>[0]): number[] {
  const { lead, rest } = sayDenominator(count, sayIn('en'))
  return [Number(/^\d+/.exec(lead)?.[0] ?? 0), ...(rest.match(/\d+/g) ?? []).map(Number)]
}

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

test('those who were not asked are told in their number', () => {
  const said = [1, 3].map((n) => sayPart('not-asked', { judged: true, n, say: sayIn('sv') }))
  expect(said).toEqual(['ej tillfrågad', 'ej tillfrågade'])
})
