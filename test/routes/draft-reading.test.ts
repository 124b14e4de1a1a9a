import { expect, test } from 'vitest'
import { listChanges } from '../../src/storage/acts.ts'
import { listSourceSpans } from '../../src/storage/source-spans.ts'
import { textsOf } from '../../src/storage/source-versions.ts'
import { listSources } from '../../src/storage/sources.ts'
import { openImports, shareReaders } from '../support/draft.ts'

shareReaders()

const several = [1, 2, 3]
  .map((n) => `Intervju ${n}: Chef i Ort${n}\nHur går det?\nDet går bra här i orten, tycker jag nog, om man ser till hela året.`)
  .join('\n\n')
const wrapped =
  'Det var länge sedan någon flyttade hit, men de senaste åren har det vänt. Först kom några\nfamiljer från kusten, och sedan följde deras vänner efter. Nu säger folk att det är svårt\n' +
  'att hitta en bostad, och det var ingen som trodde när jag växte upp. Kommunen har inte ut-\nvecklat någon plan för det, och det är väl det som oroar mig mest av allt just nu.\n\n' +
  'Vad gäller arbete är det annorlunda. De flesta har det med sig, och sitter hemma vid köksbordet\neller i biblioteket. Några har frågat om en gemensam lokal, men det har inte blivit något av det.'
const talk = 'Int: Hej, hur är det?\nIntervj.: Är du där?\nBS: Ja, jag är här.\nInt: Bra.\nIntervj.: Fint.\nBS: Visst är det fint.\nObs: regn\nBS: Ja.'

test('a file is parted by a pattern, not at all, or as guessed, and what was written elsewhere stays', async () => {
  const { preview, read, formOf } = await openImports()
  const { path, html } = await preview({ 'tre.txt': several, 'a.txt': 'Bara en liten text, som inte är så lång.' })
  expect(html).toContain('Take in 3 sources')
  const form = formOf(html)
  const whole = await read(path, 0, { ...form, 'split.0': 'none', 'title.0.1': 'Mitt namn', 'case.1.0': 'Annat fall', 'kind.1.0': 'report' })
  expect(whole).not.toContain('title.0.1')
  expect(formOf(whole)).toMatchObject({ 'split.0': 'none', 'case.1.0': 'Annat fall', 'kind.1.0': 'report' })
  const again = await read(path, 0, { ...formOf(whole), 'split.0': 'auto' })
  expect(formOf(again)).toMatchObject({ 'title.0.1': 'Mitt namn', 'case.1.0': 'Annat fall' })
  const parted = await read(path, 0, { ...formOf(again), 'split.0': 'pattern', 'pattern.0': '^Hur går' })
  expect(formOf(parted)['pattern.0']).toBe('^Hur går')
  expect(formOf(parted)['title.0.0']).toContain('Hur går')
})

test('what was written in the preview is kept when its text is read, and the text is headed by it', async () => {
  const { preview, get, post, formOf } = await openImports()
  const { path, html } = await preview({ 'tre.txt': several, 'a.txt': 'Bara en liten text, som inte är så lång.' })
  const leave = async (form: Record<string, string>, button: string) => {
    const [, action, to] = new RegExp(`formaction="([^"]+)" name="to" value="([^"]+)" aria-label="[^"]*: ${button}"`).exec(html)!
    return (await post(action!, { ...form, to: to! }, {})).headers.get('location')
  }
  expect(await leave({ ...formOf(html), 'title.1.0': 'Lilla texten', 'title.0.1': 'Andra delen' }, 'a.txt')).toBe(`${path}/files/1/texts/0`)
  const text = await (await get(`${path}/files/1/texts/0`)).text()
  expect(text).toContain('<h1>Lilla texten</h1>')
  expect(text, 'nothing is marked in it, so nothing is explained').not.toContain('class="quiet small legend"')
  expect(await (await get(`${path}/files/0/texts/1`)).text()).toContain('<h1>Andra delen</h1>')
  const again = await (await get(path)).text()
  expect(formOf(again)).toMatchObject({ 'title.1.0': 'Lilla texten', 'title.0.1': 'Andra delen' })
  const whole = again.slice(again.indexOf('id="import"'))
  expect(whole.slice(0, whole.indexOf('</button>')), 'what Enter in a field presses').toContain(`formaction="${path}/files/0/reading"`)
  const elsewhere = await post(`${path}/files/0/reading`, { ...formOf(again), to: '//else.where' }, {})
  expect(elsewhere.headers.get('location')).toBe(`${path}#file-0`)
})

test('a pattern that is none is refused in a sentence, and the file stays as it was', async () => {
  const { preview, post, get, formOf } = await openImports()
  const { path, html } = await preview({ 'tre.txt': several })
  const refused = await post(`${path}/files/0/reading`, { ...formOf(html), 'split.0': 'pattern', 'pattern.0': '((' }, {})
  expect(refused.status).toBe(422)
  expect(formOf(await (await get(path)).text())).toMatchObject({ 'split.0': 'auto', 'title.0.2': formOf(html)['title.0.2'] })
})

test('another encoding is read from the bytes, and can be taken back', async () => {
  const { preview, read, formOf, get } = await openImports()
  const { path, html } = await preview({ 'a.txt': Buffer.from('Vi bor i Åsby, och det är där vi trivs bäst, för sjön är så blå.', 'latin1') })
  const otherwise = await read(path, 0, { ...formOf(html), 'encoding.0': 'macintosh' })
  expect(formOf(otherwise)['encoding.0']).toBe('macintosh')
  const plain = async () => (await get(`${path}/files/0/texts/0/plain`)).text()
  expect(await plain()).not.toContain('Åsby')
  await read(path, 0, { ...formOf(otherwise), 'encoding.0': '' })
  expect(await plain()).toContain('Åsby')
})

test('each repair and a whole kind can be refused, here and on a page of their own', async () => {
  const { preview, read, formOf, get, post } = await openImports()
  const { path, html } = await preview({ 'rapport.txt': wrapped })
  const form = formOf(html)
  const wraps = form['edits.0']!.split(' ').filter((key) => key.startsWith('line-wraps:'))
  expect(wraps.length).toBeGreaterThan(2)
  const plain = async () => (await get(`${path}/files/0/texts/0/plain`)).text()
  const before = await plain()
  const { [`edit.0.${wraps[0]}`]: _, ...without } = form
  const one = await read(path, 0, without)
  expect((await plain()).split('\n').length).toBe(before.split('\n').length + 1)
  expect(one).toContain('1 place is left as it was')
  const { 'edit.0.line-wraps': __, ...none } = formOf(one)
  const all = await read(path, 0, none)
  expect((await plain()).split('\n').length).toBe(before.split('\n').length + wraps.length)
  const page = await (await get(`${path}/files/0/repairs?kind=line-wraps`)).text()
  expect(page).toContain(wraps.at(-1)!)
  const back = await post(
    `${path}/files/0/repairs?kind=line-wraps&page=1`,
    { 'edits.0': ['line-wraps', ...wraps].join(' '), 'edit.0.line-wraps': 'yes', [`edit.0.${wraps[1]}`]: 'yes' },
    {},
  )
  expect(back.headers.get('location')).toBe(`${path}#file-0`)
  expect((await plain()).split('\n').length).toBe(before.split('\n').length + wraps.length - 1)
  expect(all).toContain('Repair')
  expect((await get(`${path}/files/0/repairs?kind=line-wraps&page=9`)).status).toBe(404)
  expect((await get(`${path}/files/0/repairs?kind=nothing`)).status).toBe(404)
  const shown = await (await get(`${path}/files/0/texts/0`)).text()
  expect(shown).toContain('<ins class="mended"')
})

test('labels are renamed, merged, made speakers or nobody, in one file or in all, and can be set back', async () => {
  const { preview, read, formOf, rowsOf, confirm, house, projectId } = await openImports()
  const { path, html } = await preview({ 'a.txt': talk, 'b.txt': `${talk}\nInt: Hej då.` })
  const at = (form: Record<string, string>, label: string) =>
    Object.keys(form)
      .find((key) => key.startsWith('label.0.') && form[key] === label)!
      .slice('label.'.length)
  const form = formOf(html)
  const [int, intervj, bs] = ['Int', 'Intervj.', 'BS'].map((label) => at(form, label))
  const merged = await read(path, 0, {
    ...form,
    [`name.${int}`]: 'Intervjuare',
    [`role.${int}`]: 'interviewer',
    [`name.${intervj}`]: 'Intervjuare',
    [`role.${intervj}`]: 'interviewer',
    [`everywhere.${int}`]: 'yes',
    [`name.${bs}`]: 'Birgit',
  })
  expect(rowsOf(formOf(merged), 0)).toMatchObject({
    Int: { name: 'Intervjuare' },
    'Intervj.': { name: 'Intervjuare' },
    BS: { name: 'Birgit', role: 'informant' },
  })
  expect(rowsOf(formOf(merged), 1)).toMatchObject({ Int: { name: 'Intervjuare' }, 'Intervj.': { name: 'Intervj.' }, BS: { name: 'BS' } })
  const nobody = await read(path, 0, { ...formOf(merged), [`role.${at(formOf(merged), 'BS')}`]: 'nobody' })
  expect(rowsOf(formOf(nobody), 0)).toMatchObject({ BS: { role: 'nobody' } })
  const back = await read(path, 0, { ...formOf(nobody), [`role.${at(formOf(nobody), 'BS')}`]: 'informant', [`name.${at(formOf(nobody), 'BS')}`]: 'Birgit' })
  expect(rowsOf(formOf(back), 0)).toMatchObject({ BS: { role: 'informant', name: 'Birgit' } })
  await confirm(path, formOf(back))
  const [, first] = await listSources(house.read, projectId)
  const turns = (await listSourceSpans(house.read, [first!.id])).filter((span) => span.kind === 'turn')
  expect(new Set(turns.map((turn) => turn.speaker))).toEqual(new Set(['Intervjuare', 'Birgit']))
})

test('a label that several files share is set right once', async () => {
  const { preview, formOf, confirm, house, projectId } = await openImports()
  const { path, html } = await preview({ 'a.txt': talk, 'b.txt': `${talk}\nInt: Hej då.` })
  const form = formOf(html)
  const bs = Object.keys(form)
    .find((key) => key.startsWith('all-label.') && form[key] === 'BS')!
    .slice('all-label.'.length)
  await confirm(path, { ...form, [`all-name.${bs}`]: 'Birgit' })
  for (const source of (await listSources(house.read, projectId)).slice(1)) {
    const spans = await listSourceSpans(house.read, [source.id])
    expect(spans.some((span) => span.speaker === 'Birgit')).toBe(true)
    expect(spans.some((span) => span.speaker === 'BS')).toBe(false)
  }
})

test('what would come out otherwise than anybody saw is shown again before it is kept', async () => {
  const { preview, confirm, formOf, house, projectId, get } = await openImports()
  const { path, html } = await preview({ 'tre.txt': several })
  const first = await confirm(path, { ...formOf(html), 'split.0': 'none' })
  expect(first.headers.get('location')).toBe(path)
  expect((await listSources(house.read, projectId)).length).toBe(1)
  const second = await confirm(path, formOf(await (await get(path)).text()))
  expect(second.headers.get('location')).toContain('done=')
  expect((await listSources(house.read, projectId)).length).toBe(2)
})

test('a file of several sources is taken in as one act, with the parts that are ticked, and one original', async () => {
  const { preview, confirm, formOf, house, projectId, post } = await openImports()
  const { path, html } = await preview({ 'tre.txt': several })
  const { 'keep.0.1': _, ...form } = formOf(html)
  await confirm(path, { ...form, 'title.0.2': 'Den tredje', 'case.0.2': 'Ort 3' })
  const sources = (await listSources(house.read, projectId)).slice(1)
  expect(sources.map((source) => source.title)).toEqual([form['title.0.0'], 'Den tredje'])
  const texts = await textsOf(
    house.read,
    sources.map((source) => source.id),
  )
  expect([...texts.values()].every((text) => several.includes(text.trim()))).toBe(true)
  const rows = await house.read.selectFrom('source').select('original_id').where('project_id', '=', projectId).execute()
  expect(new Set(rows.slice(1).map((row) => row.original_id)).size).toBe(1)
  await post('/projects/night-shift/undo', {})
  expect((await listSources(house.read, projectId)).length).toBe(1)
  await post('/projects/night-shift/redo', {})
  expect((await listSources(house.read, projectId)).length).toBe(3)
  expect((await listChanges(house.read, 2)).filter((change) => change.table === 'source').length).toBe(2)
})

test('a sheet of many rows is summed up, its sources stand on pages of their own, and a row left out stays out', async () => {
  const { preview, get, post, confirm, formOf, house, projectId } = await openImports()
  const row = (n: number) => `Svar ${n};Ort ${n % 3};${20 + (n % 40)};Det är lugnt här, och jag trivs med det ordentligt nummer ${n} i raden.`
  const { path, html } = await preview({ 'enkät.csv': `namn;ort;ålder;Vad är bäst?\n${Array.from({ length: 120 }, (_, n) => row(n + 1)).join('\n')}` })
  expect(html).toContain('Take in 120 sources')
  expect(html).toContain('Svar 5')
  expect(html).not.toContain('Svar 6<')
  expect(Object.keys(formOf(html)).some((key) => key.startsWith('title.'))).toBe(false)
  const second = await (await get(`${path}/files/0/sources?page=2`)).text()
  const form = formOf(second)
  expect(form['title.0.50']).toBe('Svar 51')
  const list = second.slice(second.indexOf('id="listed"'))
  expect(list.slice(0, list.indexOf('</button>')), 'what Enter in a field presses').toMatch(/name="next" value="2"/)
  expect(second, 'the way back keeps what is written').toMatch(/<button class="link" type="submit" form="listed">/)
  const { 'keep.0.50': _, ...fields } = form
  const next = await post(`${path}/files/0/sources`, { ...fields, 'title.0.51': 'Annat', next: '3' }, {})
  expect(next.headers.get('location')).toBe(`${path}/files/0/sources?page=3`)
  const after = await (await get(path)).text()
  expect(after).toContain('Import 119 sources')
  await confirm(path, formOf(after))
  const titles = (await listSources(house.read, projectId)).map((source) => source.title)
  expect(titles.length).toBe(120)
  expect(titles).toContain('Annat')
  expect(titles).not.toContain('Svar 51')
  expect((await get(`${path}/files/0/sources?page=9`)).status).toBe(404)
})

test('the answer for htmx is the section of the file alone, with its line in the list', async () => {
  const { preview, post, formOf } = await openImports()
  const { path, html } = await preview({ 'tre.txt': several, 'a.txt': talk })
  const answer = await (await post(`${path}/files/0/reading`, { ...formOf(html), 'split.0': 'none' })).text()
  expect(answer).toContain('id="file-0"')
  expect(answer).not.toContain('id="file-1"')
  expect(answer).toContain('hx-target="#entry-0"')
  const more = await post(`${path}/files/0/reading`, { ...formOf(html), 'split.0': 'none', 'split.1': 'none' })
  expect(more.headers.get('HX-Refresh')).toBe('true')
})

test('a row that answered nothing is named, counted nowhere as a source, and becomes its case alone; a file of cases says that it is one', async () => {
  const { preview, confirm, get, formOf, house, projectId } = await openImports()
  const rows = ['R1;Norr;Rummet är ljust, och folk kommer gärna dit.', 'R2;Norr;', 'R3;Syd;Vi delar på kaffet och på nycklarna till dörren.']
  const { path, html } = await preview({ 'enkät.csv': `id;region;Vad fungerar bra?\n${rows.join('\n')}` })
  expect(html).toContain('1 row has no answer to any open question. It becomes a case alone, no source: R2.')
  expect(html).toContain('2 answers to open questions')
  expect(html).toContain('Import 2 sources')
  expect(html, 'nothing to read').not.toMatch(/name="to" value="texts\/1"/)
  const done = await confirm(path, formOf(html))
  expect(await (await get(done.headers.get('location')!)).text()).toContain('2 sources were imported')
  expect((await listSources(house.read, projectId)).map((source) => source.title)).toEqual(expect.arrayContaining(['R1', 'R3']))
  const cases = await preview({ 'orter.csv': 'kommun;folkmängd\nAlvik;3400\nBergby;120' })
  expect(cases.html).toContain('Take in 2 cases')
  expect(cases.html).not.toContain('>Import 2 sources')
  expect((await confirm(cases.path, formOf(cases.html))).headers.get('location')).toBe('/projects/night-shift/cases')
})
