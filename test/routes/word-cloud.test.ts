import { expect, test } from 'vitest'
import { perform } from '../../src/storage/ledger.ts'
import { seedCloudStudy } from '../support/cloud-study.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { keepSecondCoder } from '../support/second-coder.ts'

async function towns() {
  const house = await openTestHouse()
  return { ...house, ids: await seedCloudStudy(house.house) }
}

test('a cloud is links titled with their numbers, a table of the same, and as many lines behind a word as it counts', async () => {
  const { get, ids } = await towns()
  const page = await (await get('/projects/towns/word-cloud')).text()
  expect(page).toContain('<title>Platsen: 5 times, in 4 of 4 cases</title>')
  expect(page).toContain('href="/projects/towns/word-cloud/lines?word=Platsen"')
  expect(page).toContain('4 of 4')
  expect(page).not.toContain('<script>alert')

  const lines = await (await get('/projects/towns/word-cloud/lines?word=platser')).text()
  expect(lines.match(/<mark class="hit">/g)).toHaveLength(5)
  expect(lines).toContain('5 times, in 4 of 4 cases.')
  expect(lines).toMatch(/\/projects\/towns\/sources\/1\?at=\d+-\d+#st-2"/)
  expect(lines).toContain('&lt;script&gt;')
  expect(lines).not.toContain('<script>alert')
  expect(await (await get('/projects/towns/word-cloud/lines?word=<b>')).text()).toContain('&lt;b&gt;')

  const labels = await (await get(`/projects/towns/word-cloud?from=labels&case=${ids.cases.norrby}`)).text()
  expect(labels).toContain('<title>Rent &amp; lease: 1 of 1 asked, 1 quotation</title>')
  expect(labels).toContain('class="c1"')
  expect(labels).toContain(`/projects/towns/quotations?filter=${encodeURIComponent(`code:#${ids.rent} case:#${ids.cases.norrby}`)}`)
})

test('only who coded in the project is there to choose, not everybody that the house knows', async () => {
  const { house, get } = await towns()
  await keepSecondCoder(house, 'Somebody Else')
  for (const page of ['word-cloud', 'words']) {
    const html = await (await get(`/projects/towns/${page}`)).text()
    const coders = /<select[^>]*name="coder"[\s\S]*?<\/select>/.exec(html)![0]
    expect(coders.match(/<option/g)).toHaveLength(2)
  }
})

test('a group that is none of those to choose among stands chosen, so that asking again keeps it', async () => {
  const { get, ids } = await towns()
  const page = await (await get(`/projects/towns/word-cloud?group=${ids.region}%3Dwest`)).text()
  expect(page).toContain(`<option value="${ids.region}=west" selected="">`)
})

test('pictures and numbers are taken home, the same every time', async () => {
  const { get, ids } = await towns()
  const beside = `group=${ids.region}%3Dnorth&beside=${ids.region}%3Dsouth`
  for (const query of ['', '?from=labels', `?${beside}`]) {
    const svg = await (await get(`/projects/towns/exports/word-cloud.svg${query}`)).text()
    expect(svg).toBe(await (await get(`/projects/towns/exports/word-cloud.svg${query}`)).text())
    expect(svg).not.toMatch(/<text|NaN|undefined|<script/)
    const png = new Uint8Array(await (await get(`/projects/towns/exports/word-cloud.png${query}`)).arrayBuffer())
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  }
  expect(await (await get('/projects/towns/exports/word-cloud.csv')).text()).toMatch(/Platsen,[^,]+,5,4,4,cases with a source/)
  expect(await (await get(`/projects/towns/exports/word-cloud.json?${beside}`)).json()).toContainEqual(
    expect.objectContaining({ of: 'Region: south', word: 'plats', forms: 'plats platsen platser', times: 1 }),
  )
})

test('a project without cases counts sources; one without sources says how to begin', async () => {
  const { get, house } = await openTestHouse()
  await seedSmallStudy(house, `tired ${'w'.repeat(500)} tired`)
  const page = await (await get('/projects/night-shift/word-cloud')).text()
  expect(page).toContain('tired: 2 times, in 1 of 1 source')
  expect(page).toContain(`${'w'.repeat(39)}…`)
  expect(await (await get('/projects/elsewhere/word-cloud')).text()).toContain('Import sources')
  expect((await get('/projects/elsewhere/exports/word-cloud.png')).status).toBe(200)
  expect(await (await get('/projects/night-shift/word-cloud?theme=1')).text()).toContain('Nothing is coded like that yet')
  expect(await (await get('/projects/night-shift/word-cloud?from=labels')).text()).toContain('Open a source and code a passage')
  expect(await (await get('/projects/night-shift/word-cloud?least=9')).text()).toContain('No words are left')
})

test('wrong choices are refused in a sentence', async () => {
  const { get } = await towns()
  for (const [query, status] of Object.entries({ 'theme=x': 422, 'theme=999': 404, 'group=nowhere': 422, 'from=letters': 422, 'coder=77': 404 }))
    expect((await get(`/projects/towns/word-cloud?${query}`)).status, query).toBe(status)
  expect((await get('/projects/towns/word-cloud/lines')).status).toBe(422)
  expect((await get('/projects/towns/word-cloud/lines?word=plats&page=0')).status).toBe(422)
})

test('numbers are parted at a round number, and where somebody says; each case is in one group', async () => {
  const { house, get } = await towns()
  const ofCases = async (values: readonly number[]) => {
    await perform(house.write, { projectId: 1, actorId: 1, kind: 'edit-attribute' }, async (ledger) => {
      const attribute_id = await ledger.insert('attribute', { guid: crypto.randomUUID(), project_id: 1, name: `n${values[0]}`, type: 'number', position: 9 })
      for (const [at, value] of values.entries())
        await ledger.insert('attribute_value', { case_id: at + 1, attribute_id, value: `${value}`, number_value: value })
    })
  }
  await ofCases([20_000, 20_000.6, 20_001, 31_444])
  const labels = async (path: string) =>
    [...(await (await get(path)).text()).matchAll(/<option value="\d+(?:&lt;|&gt;=|\.\.)[^"]*"[^>]*>([^<]*)/g)].map((one) => one[1])
  for (const page of ['word-cloud', 'words']) {
    const halves = await labels(`/projects/towns/${page}`)
    expect(halves.slice(0, 2), page).toEqual(['n20000 under 20,001', 'n20000 20,001 or more'])
    const cut = await labels(`/projects/towns/${page}?cuts=20000,5;+30+000`)
    expect(cut.slice(0, 3)).toEqual(['n20000 under 20,000.5', 'n20000 20,000.5 to under 30,000', 'n20000 30,000 or more'])
  }
  const between = await (await get('/projects/towns/words?cuts=20001;30000&group=2..20001..30000&from=words')).text()
  expect(between).toContain('value="20001;30000"')
  expect(between).toMatch(/<option value="2\.\.20001\.\.30000" selected=""/)
  const words = await (await get('/projects/towns/exports/words.csv?group=2..20001..30000')).text()
  expect(words, 'Anna alone').toMatch(/plats/i)
  expect(words).not.toMatch(/buss|hus/i)
})
