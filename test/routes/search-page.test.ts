import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { writeMemo } from '../../src/services/write-memo.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const text = 'Tired people rest.\nShe was tiring of it.\nTiresome nights.'

async function openSearch() {
  const opened = await openTestHouse()
  const study = await seedSmallStudy(opened.house, text)
  const page = async (q: string) => (await (await opened.get(`/projects/night-shift/search?${new URLSearchParams({ q })}`)).text()).replaceAll('\u00a0', ' ')
  return { ...opened, study, page }
}

test('lines of memos that answer stand under the hits, marked, each a link to its memo; a search with conditions finds none', async () => {
  const { house, study, page } = await openSearch()
  const place = { kind: 'source', id: study.sourceId } as const
  await writeMemo(house, { projectId: study.projectId, coderId: 1, place, text: 'Nothing here.\nSo <i>tired</i>, said the memo.' })
  const { id } = await house.read.selectFrom('memo').select('id').executeTakeFirstOrThrow()
  const html = await page('tired ')
  expect(html).toMatch(
    new RegExp(`memo-hits.*<a href="/projects/night-shift/memos/${id}">So &lt;i&gt;<mark class="hit is-exact">tired</mark>&lt;/i&gt;, said the memo\\.</a>`),
  )
  expect(html).not.toContain('Nothing here.')
  expect(await page('tired role:informant')).not.toContain('memo-hits')
})

test('a mark says how its word answers, to the eye and to those who listen; marks that are all exact need no legend', async () => {
  const { page } = await openSearch()
  const html = await page('tired ')
  expect(html).toContain('<mark class="hit">Tired</mark>')
  expect(html).toMatch(/<mark class="hit is-stem" title="[^"]+">tiring<\/mark>/)
  expect(html).toMatch(/aria-label="Nurse 01, [^"]*2, [^"]+"/)
  expect(html).toMatch(/class="legend">.*<mark class="hit is-stem">/)
  expect(await page('nights ')).not.toContain('is-')
  expect(await page('tirde ')).toContain('class="hit is-fuzzy"')
})

test('while the index is built the results say how far it has come, and ask again', async () => {
  const { house, pool, searcher } = await openSearch()
  const building = { done: 3, of: 13 }
  const slow = {
    ...searcher,
    search: async (...asked: Parameters<typeof searcher.search>) => ({ ...(await searcher.search(...asked)), meanwhile: building, facets: null }),
  }
  const res = await createApp({ house, pool, searcher: slow }).request('/projects/night-shift/search?q=tired&show=100', {
    headers: { 'Accept-Language': 'en' },
  })
  const html = await res.text()
  const [poll] = /<p[^>]*id="search-building"[^>]*>[^<]*/.exec(html)!
  expect(poll).toContain('hx-get="/projects/night-shift/search?q=tired&amp;order=text&amp;show=100"')
  expect(poll).toContain('hx-trigger="every 1500ms"')
  expect(poll).toMatch(/3.*13/)
  expect(html).toContain('<mark class="hit">Tired</mark>')
  expect(html).not.toContain('data-facet')
})
