import { expect, test } from 'vitest'
import { paragraphsAround } from '../../src/domain/context.ts'
import { codeOfFilter } from '../../src/domain/filter.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { linkCase } from '../../src/services/link-case.ts'
import { type ListWish, readQuotations } from '../../src/services/read-quotations.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

async function open() {
  const { house } = await openTestHouse()
  const study = await seedSmallStudy(house, Array.from({ length: 10 }, (_, n) => `line${n}`).join('\n'))
  const { projectId, sourceId, sleepId, teamId } = study
  for (let n = 0; n < 10; n++)
    await codePassage(house, { projectId, coderId: 1, sourceId, codeIds: n === 3 ? [sleepId, teamId] : [sleepId], selection: { start: n * 6, end: n * 6 + 5 } })
  const list = (wish: Partial<ListWish>) => readQuotations(house.read, { projectId, filter: `code:#${sleepId}`, size: 4, ...wish })
  return { house, ...study, list }
}
const wordsOf = (page: Awaited<ReturnType<typeof readQuotations>>) => page.quotations.map((one) => one.words)

test('the list goes on after a quotation, whatever has left it meanwhile, to its end', async () => {
  const { list } = await open()
  const first = await list({})
  expect([wordsOf(first), first.more]).toEqual([['line0', 'line1', 'line2', 'line3'], { after: first.quotations[3]!.id, page: 2 }])
  const second = await list({ ...first.more! })
  expect(wordsOf(second)).toEqual(['line4', 'line5', 'line6', 'line7'])
  const third = await list({ ...second.more! })
  expect([wordsOf(third), third.more]).toEqual([['line8', 'line9'], null])
  // One that is gone: the page it would have begun.
  expect(wordsOf(await list({ after: 99_999, page: 2 }))).toEqual(['line4', 'line5', 'line6', 'line7'])
})

test('each tells what else is coded there, and one can be read alone', async () => {
  const { list } = await open()
  const page = await list({})
  expect(page.quotations.map((one) => one.also.map((code) => code.label))).toEqual([[], [], [], ['Team']])
  const alone = await list({ only: page.quotations[2]!.id })
  expect([wordsOf(alone), alone.total.quotations]).toEqual([['line2'], 10])
})

test('under cases and sources, with how many of how many', async () => {
  const { house, projectId, sourceId, list } = await open()
  expect((await list({ by: 'case' })).quotations[0]!.group).toEqual({ key: 'none', label: '', n: 10 })
  const caseId = await createCase(house, { projectId, coderId: 1, name: 'Ward 7', kind: '' })
  await createCase(house, { projectId, coderId: 1, name: 'Ward 8', kind: '' })
  await linkCase(house, { projectId, coderId: 1, sourceId, caseName: 'Ward 7' })
  const byCase = await list({ by: 'case' })
  expect([byCase.quotations[0]!.group, byCase.grouped]).toEqual([
    { key: `${caseId}`, label: 'Ward 7', n: 10 },
    { some: 1, of: 2 },
  ])
  const bySource = await list({ by: 'source', ...byCase.more! })
  expect([bySource.quotations[0]!.group?.label, bySource.before, bySource.grouped]).toEqual(['Nurse 01', `${sourceId}`, { some: 1, of: 1 }])
})

test('the paragraphs around are those before and after, whoever speaks', () => {
  const text = 'Anna: Why?\n\nBo: It was late. So I slept.\nAnna: And then?'
  expect(paragraphsAround(text, { start: 16, end: 28 })).toEqual({ before: 'Anna: Why?\nBo: ', after: ' So I slept.\nAnna: And then?' })
  expect(paragraphsAround('alone', { start: 0, end: 5 })).toEqual({ before: '', after: '' })
})

test('a filter is about one code where all it selects has that', () => {
  const about = (text: string) => codeOfFilter(parseFilter(text))
  expect(['code:#4', 'code:#4 coder:Anna', 'coder:Anna', 'code:#4 code:#5', '-code:#4', 'code:#4 OR code:#5', 'code:Team'].map(about)).toEqual([
    4,
    4,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
