import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const text = 'I was tired 😴, <b>so</b> tired.\nAnd then it was morning.'
const at = text.indexOf('morning')

async function openSearch() {
  const opened = await openTestHouse()
  const study = await seedSmallStudy(opened.house, text)
  const page = async (query: string, headers: Record<string, string> = {}) => {
    const res = await opened.get(`/projects/night-shift/search?${new URLSearchParams({ q: query })}`, headers)
    expect(res.status).toBe(200)
    return (await res.text()).replaceAll('\u00a0', ' ')
  }
  return { ...opened, study, page }
}

test('a hit stands in its context, marked, and opens the source in its place', async () => {
  const { page, study } = await openSearch()
  const html = await page('morning')
  expect(html).toContain('<mark class="hit">morning</mark>')
  expect(html).toContain(`/projects/night-shift/sources/${study.sourceId}?at=${at}-${at + 7}#st-2`)
  expect(html).toContain('1 hit in 1 of 1 source.')
})

test('what was typed and what was said are never markup', async () => {
  const { page } = await openSearch()
  const html = await page('><script>alert(1)</script> OR tired ')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<b>so</b>')
  expect(html).toContain('&lt;b&gt;so&lt;/b&gt;')
})

test('htmx gets the results alone, and a browser never mistakes the one for the other', async () => {
  const { get, page } = await openSearch()
  const fragment = await page('tired', { 'HX-Request': 'true' })
  expect(fragment).toMatch(/^<section id="results"/)
  const res = await get('/projects/night-shift/search?q=tired')
  expect([res.headers.get('Vary'), res.headers.get('Cache-Control')]).toEqual([expect.stringContaining('HX-Request'), 'no-store'])
})

test('the codes that lie on the words already are shown', async () => {
  const { house, page, study } = await openSearch()
  await codePassage(house, {
    projectId: study.projectId,
    sourceId: study.sourceId,
    codeIds: [study.sleepId],
    coderId: 1,
    selection: { start: at, end: at + 7 },
  })
  expect(await page('morning')).toContain('<span class="key t1 sub">1.1</span>')
  expect(await page('tired')).not.toContain('class="key t1 sub">1.1<')
})

test('a hit shows the code that made its paragraph answer, wherever in the paragraph it lies, and that it lies elsewhere', async () => {
  const { house, page, study } = await openSearch()
  const { projectId, sourceId, sleepId } = study
  await codePassage(house, { projectId, sourceId, codeIds: [sleepId], coderId: 1, selection: { start: at - 4, end: at - 1 } })
  expect(await page('morning')).not.toContain('class="key t1 sub">1.1<')
  const html = await page('code:1.1 morning')
  expect(html).toMatch(/class="around"><span class="key t1 sub">1\.1</)
  expect(html).toContain('elsewhere in the paragraph')
})

test('a code that is named in part or by its words alone is offered as a link', async () => {
  const { page } = await openSearch()
  expect(await page('code:fatig')).toMatch(/q=code%3AFatigue"[^>]*>.*Did you mean the code Fatigue\?/s)
  expect(await page('fatigue')).toMatch(/q=code%3AFatigue"[^>]*>.*Paragraphs that are coded with Fatigue/s)
})

test('every query gets a sentence', async () => {
  const { page } = await openSearch()
  expect(await page('')).toContain('How to write a search')
  expect(await page('-tired')).toContain('only says what you do not want')
  expect(await page('"tired')).toContain('has no partner')
  expect(await page('xyzzy')).toContain('No paragraph answers')
  expect(await page('\0😴')).toContain('“😴” has neither letters nor digits')
  expect(await page('😴')).toContain('Character 1: “😴” has neither letters nor digits, so it can’t be searched for.')
  expect(await page('😴')).not.toContain('data-facet')
  expect(await page('tired 😴 ')).toMatch(/Character 7: “😴” has neither.*<mark class="hit">tired<\/mark>/s)
  expect(await page('tired '.repeat(1700))).toContain('only its first 1,000 characters')
  expect(await page('tired -morning', { 'Accept-Language': 'sv' })).toContain('1 träff i 1 av 1 källa.')
})

test('what may have been meant is a link to that search, and what was taken for misspelt is told', async () => {
  const { get, house } = await openTestHouse()
  await seedSmallStudy(house, `The wardd was full.\n${'Our ward is quiet.\n'.repeat(12)}`)
  const page = async (query: string) => (await get(`/projects/night-shift/search?${new URLSearchParams({ q: query })}`)).text()
  const meant = await page('quiet OR wardd ')
  expect(meant).toMatch(/<a href="[^"]*q=quiet\+OR\+ward\+?">[^<]*Did you mean ward\?/)
  expect(await page('quieet ')).toMatch(/words like <b>quieet<\/b>.*No word is written “quieet”. Showing words spelt nearly so: quiet\./s)
})

test('strange wishes are taken as the ordinary ones', async () => {
  const { get } = await openSearch()
  for (const wish of ['show=-1', 'show=1e9', 'order=x', 'q=a&q=b', 'show=', ''])
    expect((await get(`/projects/night-shift/search?${wish}`)).status, wish).toBe(200)
})

test('the lines are taken home as a table or a document, with what they are of; a search for nothing is refused in a sentence', async () => {
  const { get } = await openSearch()
  const file = (format: string, q = 'tired', order = 'text') => get(`/projects/night-shift/search/hits.${format}?${new URLSearchParams({ q, order })}`)
  const csv = await (await file('csv')).text()
  expect(csv).toContain('source,case,paragraph,left,key,right,codes,start,end')
  expect(csv).toMatch(/Nurse 01,,1,.*tired/)
  const { lines } = (await (await file('json', 'morning', 'left')).json()) as { lines: [{ left: string; key: string; right: string; start: number }] }
  const [row] = lines
  expect(text.slice(row.start, row.start + row.key.length)).toBe('morning')
  expect(`${row.left}${row.key}${row.right}`).toBe('And then it was morning.')
  for (const format of ['xlsx', 'docx']) {
    const res = await file(format)
    expect([...new Uint8Array(await res.arrayBuffer()).slice(0, 2)]).toEqual([0x50, 0x4b])
    expect(res.headers.get('Content-Disposition')).toContain(`night-shift-hits.${format}`)
  }
  expect((await file('csv', '-tired')).status).toBe(422)
  expect((await file('pdf')).status).toBe(422)
})

test('what a search can be narrowed by is asked for after its hits, and stands in a page without a script', async () => {
  const { get, page } = await openSearch()
  const fragment = await page('tired OR morn', { 'HX-Request': 'true' })
  expect(fragment).not.toContain('data-facet')
  const [, wish] = /id="facets-wish"[^>]*hx-get="([^"]*)"/.exec(fragment)!
  const facets = await (await get(wish!.replaceAll('&amp;', '&'))).text()
  expect(facets).toContain('id="facets-of" hidden="" data-of="tired OR morn"')
  expect(facets).toContain('data-facet="match:exact (tired OR morn)"')
  expect(await page('tired OR morn')).toContain('data-facet="match:exact (tired OR morn)"')
  expect(await (await get('/projects/night-shift/search/facets?q=')).text()).not.toContain('data-facet')
})
