import { expect, test } from 'vitest'
import { createDemo } from '../../src/services/create-demo.ts'
import { openTestHouse } from '../support/house.ts'

const FRAGMENT = { 'HX-Request': 'true' }

async function demo() {
  const opened = await openTestHouse()
  await createDemo(opened.house)
  const page = async (path: string, asked: Record<string, string>, language = 'en', headers: Record<string, string> = {}) => {
    const res = await opened.get(`/projects/demo/${path}?${new URLSearchParams(asked)}`, { 'Accept-Language': language, ...headers })
    return { status: res.status, html: (await res.text()).replaceAll('\u00a0', ' ').replaceAll('&quot;', '"').replaceAll('&gt;', '>') }
  }
  return { ...opened, page }
}

const pages = [
  'quotations',
  'matrix',
  'frequencies',
  'framework',
  'coverage',
  'co-occurrence',
  'saturation',
  'charts',
  'comparison',
  'words',
  'word-cloud',
  'publication',
]

// What is wrong, what of it is marked, the sentence in both languages, and what is offered.
const wrong: readonly [filter: string, marked: string, sv: string, en: string, offered?: string][] = [
  ['hyra source:"Intervju 03"', 'source:"Intervju 03"', 'ingen källa som heter', 'There is no source called', 'source:'],
  ['källa:Lövham', 'källa:Lövham', 'Tecken 1: Det finns ingen källa som heter ”Lövham”. Närmast:', 'Character 1:', 'källa:Lövhamn'],
  ['hyra kod:Återflytt', 'kod:Återflytt', 'Tecken 6: Det finns ingen kod', 'There is no code called', 'Återflyttare'],
  ['-code:Rekrytring', 'code:Rekrytring', 'ingen kod', 'no code', 'Rekrytering av arbetskraft'],
  ['(fall:Hedosa OR hyra)', 'fall:Hedosa', 'inget fall', 'no case', 'fall:Hedåsa'],
  ['talare:Zzz', 'talare:Zzz', 'ingen talare', 'no speaker'],
  ['fråga:99', 'fråga:99', 'ingen fråga', 'no question'],
  ['kodare:Ana', 'kodare:Ana', 'ingen kodare', 'no coder', 'kodare:"Anna'],
  ['urval:Unga', 'urval:Unga', 'inget att välja bland', 'nothing to choose from'],
  ['role:chef', 'chef', 'Välj bland informant, intervjuare, annan', 'Choose one of informant, interviewer, other'],
  ['roll:chef', 'roll:chef', 'Välj bland informant, intervjuare, annan', 'Choose one of informant, interviewer, other'],
  ['hyra fynd:kanske', 'fynd:kanske', 'Välj bland ja, nej, delvis', 'Choose one of yes, no, partly'],
  ['slag:bok', 'slag:bok', 'Välj bland intervju, fokusgrupp', 'Choose one of interview, focus group'],
  ['language:fi', 'fi', 'Välj bland svenska, bokmål', 'Choose one of sv, nb'],
  ['svar:nja', 'svar:nja', 'besvarad, obesvarad, vet ej', 'answered, unanswered'],
  ['made:magi', 'magi', 'person, regel, import', 'person, rule, import'],
  ['review:nu', 'nu', 'väntar, lagd', 'waiting, settled'],
  ['from:igår', 'igår', 'ingen dag', 'is no day'],
  ['regoin:Norra', 'regoin:Norra', 'ingen egenskap som heter ”regoin”. Närmast: region', 'no attribute called', '"region":Norra'],
  ['kdo:Lokaler', 'kdo:Lokaler', 'Varken ett villkor eller en egenskap heter ”kdo”. Närmast: kod:', 'Neither a condition nor an attribute', 'kod:Lokaler'],
  ['"region">20 000', '"region">20 000', 'kan inte jämföras', 'compared'],
  ['(hyra', '(hyra', 'stängs aldrig', 'never closed'],
  ['hyra OR', 'OR', 'saknas ett villkor', 'no condition'],
  ['code:', 'code:', 'saknas ett värde', 'value is missing'],
  ['hyra match:nästan', 'nästan', 'exakt, böjning', 'exact, stem'],
]

test('what a filter names and is not there is marked where it stands, on every page that takes one, with what there is, and its field keeps what was written', async () => {
  const { page, get, post } = await demo()
  for (const [filter, marked, sv, en, offered] of wrong) {
    const { status, html } = await page('quotations', { filter, page: '2' }, 'sv')
    expect(status, filter).toBe(422)
    expect(html, filter).toContain(`<mark>${marked}</mark>`)
    expect(html, filter).toContain(sv)
    expect(html, filter).toContain(`name="filter" value="${filter}"`)
    expect(html, filter).toContain('<input type="hidden" name="page" value="2"')
    if (offered) expect(/<ul class="filter-offers".*?<\/ul>/s.exec(html)?.[0], filter).toContain(offered)
    // A fragment says so where the page stands, with what was written in its field still.
    expect((await page('quotations', { filter }, 'en', FRAGMENT)).html, filter).toContain(en)
  }

  for (const path of pages) {
    const { status, html } = await page(path, { ...(path === 'comparison' ? { by: 'region' } : {}), filter: 'kod:Återflytt "population">10 000' })
    expect([path, status]).toEqual([path, 422])
    expect(html, path).toContain('<mark>kod:Återflytt</mark>')
    const [, offer] = /<ul class="filter-offers".*?href="([^"]*)"/s.exec(html)!
    expect([path, (await get(offer!.replaceAll('&amp;', '&'))).status]).toEqual([path, 200])
  }
  // A form that keeps a filter has it still, as it was written.
  const kept = await post('/projects/demo/sets', { name: 'Unga', filter: 'hyra kod:Återflytt' }, {})
  expect(kept.status).toBe(422)
  const form = (await kept.text()).replaceAll('&quot;', '"')
  for (const part of [
    'method="post" action="/projects/demo/sets"',
    'name="name" value="Unga"',
    'name="filter" value="hyra kod:Återflytt"',
    '<mark>kod:Återflytt</mark>',
  ])
    expect(form).toContain(part)

  // A search goes on with the rest, and links to what may have been meant.
  const swedish = (await page('search', { q: 'hyra källa:Lövham' }, 'sv')).html
  expect(swedish).toMatch(/Tecken 6: Det finns ingen källa som heter ”Lövham”\. Närmast: Lövhamn/)
  expect(swedish).toMatch(/q=hyra\+k%C3%A4lla%3AL%C3%B6vhamn"[^>]*>källa:Lövhamn</)
  expect((await page('search', { q: 'hyra kdo:Lokaler' }, 'sv')).html).toMatch(/Menade du kod:.*q=hyra\+kod%3ALokaler/s)
  expect((await page('search', { q: 'hyra roll:chef' }, 'sv')).html).toContain('Välj bland informant, intervjuare, annan')
}, 60_000)

test('each condition in its own words selects what it does in English, on pages and in searches', async () => {
  const { page } = await demo()
  const count = async (path: string, asked: Record<string, string>) => {
    const { status, html } = await page(path, asked, 'sv', path === 'search' ? FRAGMENT : {})
    expect([asked, status]).toEqual([asked, 200])
    return /(\d[\d ]*) (?:träff|citat)/.exec(html.replace(/<[^>]*>/g, ''))?.[1]
  }
  for (const [english, other] of [
    ['code:"Återflyttare"', 'kod:Återflyttare'],
    ['case:Hedåsa', 'fall:Hedåsa'],
    ['role:informant', 'roll:informant'],
    ['question:7', 'fråga:7'],
    ['coder:*', 'kodare:*'],
    ['language:sv', 'språk:svenska'],
    ['kind:interview', 'slag:intervju'],
    ['answer:answered', 'svar:besvarad'],
    ['state:yes', 'fynd:ja'],
    ['made:person', 'gjord:person'],
    ['"population">20000', 'population>20 000'],
    ['"population change"<-0.4', '"population change"<-0,4'],
    ['code:Återflyttare OR (case:Hedåsa -role:interviewer)', 'kod:Återflyttare OR (fall:Hedåsa -roll:intervjuare)'],
  ] as const) {
    const hits = await count('search', { q: `hyra ${english}` })
    expect(hits, english).toMatch(/\d/)
    expect(await count('search', { q: `hyra ${other}` }), other).toBe(hits)
    expect(await count('quotations', { filter: other }), other).toBe(await count('quotations', { filter: english }))
  }
}, 60_000)
