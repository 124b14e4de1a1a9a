import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCase } from '../../src/services/create-case.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { anyStudy, keepStudy } from '../support/random-study.ts'

async function codedStudy() {
  const tools = await openTestHouse()
  const ids = await seedSmallStudy(tools.house)
  const wish = { projectId: ids.projectId, sourceId: ids.sourceId, coderId: 1 }
  await codePassage(tools.house, { ...wish, codeIds: [ids.sleepId], selection: { start: 0, end: 11 } })
  await codePassage(tools.house, { ...wish, codeIds: [ids.teamId], selection: { start: 0, end: 11 } })
  return { ...tools, ...ids }
}

test('pages of an empty study say what will stand there', async () => {
  const { get, house } = await openTestHouse()
  await seedSmallStudy(house)
  for (const page of ['matrix', 'quotations', 'frequencies']) {
    const res = await get(`/projects/night-shift/${page}`)
    expect(res.status).toBe(200)
    expect(await res.text()).toContain('will stand here')
  }
})

test('a cell opens as a fragment to htmx and as a page without', async () => {
  const { get, fatigueId } = await codedStudy()
  const path = `/projects/night-shift/matrix?cell=${fatigueId}.all`
  const page = await (await get(path)).text()
  expect(page).toContain('<!doctype html>')
  expect(page).toContain('I was tired')
  const fragment = await (await get(path, { 'HX-Request': 'true' })).text()
  expect(fragment).toMatch(/^<section class="column" id="cell"/)
  expect(fragment.match(/<figure/g)).toHaveLength(1)
})

test('words of a source are escaped wherever they are quoted', async () => {
  const { house, get } = await openTestHouse()
  const ids = await seedSmallStudy(house, '<script>alert(1)</script> "said" & done')
  await codePassage(house, { projectId: ids.projectId, sourceId: ids.sourceId, coderId: 1, codeIds: [ids.teamId], selection: { start: 0, end: 25 } })
  const html = await (await get('/projects/night-shift/quotations')).text()
  expect(html).toContain('&lt;script&gt;alert(1)')
  expect(html).not.toContain('<script>alert')
  const filtered = await (await get(`/projects/night-shift/quotations?filter=${encodeURIComponent('-memo:"<script>alert(2)</script>"')}`)).text()
  expect(filtered).not.toContain('<script>alert')
})

test.each([
  ['matrix?filter=match:exact', 422, 'needs words beside it'],
  ['quotations?filter=code:Nowhere', 422, 'There is no code called “Nowhere”'],
  ['quotations?filter=state:perhaps', 422, 'Choose one of yes, no, partly'],
  ['quotations?filter=set:Nothing', 422, 'so there is no “Nothing”'],
  ['matrix?rows=nothing', 422, 'has no “nothing”'],
  ['matrix?rows=themes&columns=codes', 422, 'can’t be the same thing'],
  ['matrix?cell=9999.all', 404, 'not in the matrix'],
  ['matrix?cell=x', 422, 'malformed'],
  ['matrix?columns=attribute:height', 422, 'no attribute called'],
  ['frequencies?split=attribute:height', 422, 'no attribute called'],
  ['exports/nothing.csv', 404, 'can’t be exported'],
  ['exports/matrix.svg', 404, 'can’t be exported'],
  ['exports/matrix.csv?values=x', 422, 'does not show “x”'],
  ['exports/constructor.csv', 404, 'can’t be exported'],
])('%s is refused in a sentence', async (path, status, sentence) => {
  const { get } = await codedStudy()
  const res = await get(`/projects/night-shift/${path}`)
  expect(res.status).toBe(status)
  expect(await res.text()).toContain(sentence)
})

test('a code of another project is nothing here', async () => {
  const { get, foreignId } = await codedStudy()
  expect((await get(`/projects/night-shift/quotations?filter=code:%23${foreignId}`)).status).toBe(422)
  expect((await get('/projects/elsewhere/quotations')).status).toBe(200)
  expect(await (await get('/projects/elsewhere/quotations')).text()).not.toContain('I was tired')
})

test('what is taken home holds what is counted', async () => {
  const { get } = await codedStudy()
  const csv = await (await get('/projects/night-shift/exports/quotations.csv')).text()
  const [head, ...rows] = csv.replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toBe('source,case,code,coder,start,end,quotation,before,after,made_by,made_at,published,reference,paragraph,time,line,names')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(/^Nurse 01,,Fatigue > Sleep,You,0,11,I was tired,,/)
  const res = await get('/projects/night-shift/exports/matrix.xlsx')
  expect(res.headers.get('Content-Disposition')).toContain('filename="night-shift-matrix.xlsx"')
  expect(new TextDecoder().decode((await res.arrayBuffer()).slice(0, 2))).toBe('PK')
  const json = (await (await get('/projects/night-shift/exports/matrix.json')).json()) as any
  expect(json.total).toMatchObject({ quotations: 1, codings: 2 })
  expect(json.rows.map((row: any) => [row.code, row.quotations])).toEqual([
    ['Fatigue', 1],
    ['Fatigue > Sleep', 1],
    ['Team', 1],
  ])
})

test('frequencies as rows, and any study can be drawn and taken home', async () => {
  const { get, house } = await openTestHouse()
  await fc.assert(
    fc.asyncProperty(anyStudy, async (study) => {
      const { slug } = await keepStudy(house, study)
      for (const page of [
        'matrix?rows=questions&columns=speakers&value=share',
        'matrix?rows=cases&columns=codes&value=words&of=row&sort=-total',
        'matrix?rows=sources&columns=coders&value=binary&pinrows=1',
        'matrix?columns=attribute:size&value=cases',
        'matrix?empty=hide',
        'frequencies?split=attribute:region',
        'quotations?page=99',
      ])
        expect((await get(`/projects/${slug}/${page}`)).status).toBe(200)
      const rows = (await (await get(`/projects/${slug}/exports/frequencies.json`)).json()) as any[]
      for (const row of rows) {
        expect(Object.keys(row).slice(0, 14)).toEqual([
          'theme',
          'cases',
          'asked',
          'answered',
          'unanswered',
          'dont_know',
          'not_asked',
          'no_source',
          'yes',
          'no',
          'partly',
          'quotations',
          'codings',
          'words',
        ])
        if (row.base_is === 'asked') expect(row.asked + row.not_asked + row.no_source + row.outside_guide).toBe(4)
      }
    }),
    { numRuns: 4 },
  )
})

test('a filter of very many conditions is answered', async () => {
  const { get } = await codedStudy()
  for (const filter of ['code:* '.repeat(1200), Array.from({ length: 1200 }, () => 'code:*').join(' OR ')])
    expect((await get(`/projects/night-shift/quotations?filter=${encodeURIComponent(filter)}`)).status).toBe(200)
})

test('a case without a source has no number anywhere in the matrix, and who was not asked stands after a comma', async () => {
  const { house, get, projectId } = await codedStudy()
  await createCase(house, { projectId, coderId: 1, name: 'Unheard', kind: '' })
  const html = await (await get('/projects/night-shift/matrix')).text()
  const foot = html.slice(html.indexOf('<tfoot>'), html.indexOf('</tfoot>'))
  expect(foot).toContain('no source')
  expect(foot.match(/<td[^>]*><span[^>]*data-at="\d+,\d+">0</g) ?? []).toEqual([])
})

test('a number opens a list that says what was counted, of cases too: narrowed, taken home, and no longer said once it is narrowed', async () => {
  const { house, get, projectId, teamId } = await codedStudy()
  await createCase(house, { projectId, coderId: 1, name: 'Unheard', kind: '' })
  await createCase(house, { projectId, coderId: 1, name: 'Lost', kind: 'town' })
  const page = await (await get('/projects/night-shift/frequencies')).text()
  const behind = [...page.matchAll(/href="([^"]*cases-behind[^"]*)"/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .find((href) => href.includes(`of=${teamId}.no-source`))
  const opened = await (await get(behind!)).text()
  expect(opened).toMatch(/<h1>No source: Team<\/h1>/)
  expect(opened).toContain('2 cases')
  expect(opened).toContain('>Unheard<')
  const narrowed = `(case:Unheard OR case:Lost) -case:Lost`
  const less = await (await get(`/projects/night-shift/cases-behind?filter=${encodeURIComponent(narrowed)}`)).text()
  expect(less).toContain('1 case')
  const file = await (await get(`/projects/night-shift/exports/cases.csv?filter=${encodeURIComponent(narrowed)}`)).text()
  expect(file).toContain('Unheard')
  expect(file).not.toContain('Lost')
  expect((await get('/projects/night-shift/exports/cases.csv?filter=coder:You')).status).toBe(422)
  const quotations = await (await get(`/projects/night-shift/quotations?filter=${encodeURIComponent(`code:#${teamId}`)}&of=${teamId}.partly`)).text()
  expect(quotations).toMatch(/<h1>Says so in part: Team<\/h1>/)
  const elsewhere = await (await get(`/projects/night-shift/quotations?filter=${encodeURIComponent(`code:#${teamId}`)}&of=${teamId + 1}.partly`)).text()
  expect(elsewhere, 'only of the code that the list is of').not.toContain('Says so in part')
})

test('removing a source says how many codings of how many people go with it', async () => {
  const { house, get, projectId, sourceId, sleepId } = await codedStudy()
  const edit = async () => (await get(`/projects/night-shift/sources/${sourceId}/edit`)).text()
  expect(await edit()).toContain('2 codings by 1 person go, and')
  await house.write.insertInto('coder').values({ guid: crypto.randomUUID(), name: 'Vera', made_at: '2026-01-05T09:00:00.000Z' }).execute()
  const { id: coderId } = await house.write.selectFrom('coder').select('id').where('name', '=', 'Vera').executeTakeFirstOrThrow()
  await codePassage(house, { projectId, sourceId, coderId, codeIds: [sleepId], selection: { start: 0, end: 11 } })
  expect(await edit()).toContain('3 codings by 2 people go, and')
})
