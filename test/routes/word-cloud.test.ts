import { expect, test } from 'vitest'
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
