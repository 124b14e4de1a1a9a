import { expect, test } from 'vitest'
import { importGuide } from '../../src/services/import-guide.ts'
import { perform } from '../../src/storage/ledger.ts'
import { openImports, shareReaders } from '../support/draft.ts'

shareReaders()

const talk =
  'I: Hur ser det ut med bostäder i kommunen?\nR: Det är svårt att hitta något, säger alla.\nI: Vilka är det som flyttar hit till er?\nR: Mest familjer från kusten.\nI: Har ni någon plan för arbetsplatser?\nR: Nej, det har vi inte.'
const guide = '1. Hur ser det ut med bostäder i kommunen?\n2. Vilka är det som flyttar hit?\n3. Har ni någon plan för arbetsplatser?'

async function open() {
  const opened = await openImports()
  const { guideId } = await importGuide(opened.house, { projectId: opened.projectId, coderId: 1, name: 'Guide', text: guide })
  const { path, html } = await opened.preview({ 'Hamnvik.txt': talk })
  const answers = async () => (await opened.house.read.selectFrom('answer').select(['status', 'made_by']).execute()).map((one) => one.status)
  const following = async () =>
    (await opened.house.read.selectFrom('source').select('guide_id').where('title', '=', 'Hamnvik').executeTakeFirstOrThrow()).guide_id
  return { ...opened, guideId, path, html, answers, following }
}

test('answers that were found while a file was read come in with it, as one act that undo takes back', async () => {
  const { confirm, formOf, path, html, answers, following, guideId, post, house } = await open()
  expect(html).toContain('3 questions')
  await confirm(path, formOf(html))
  expect([await answers(), await following()]).toEqual([['answered', 'answered', 'answered'], guideId])
  await post('/projects/night-shift/undo', {})
  expect(await answers()).toEqual([])
  expect(await house.read.selectFrom('source').select('id').where('title', '=', 'Hamnvik').execute()).toEqual([])
})

test('a guide that was changed after a file was read gives it no answers to other questions', async () => {
  const { confirm, formOf, path, html, answers, following, house, projectId, get } = await open()
  const newest = async () => (await house.read.selectFrom('act').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
  const question = await house.read.selectFrom('question').select('id').where('number', '=', 2).executeTakeFirstOrThrow()
  await perform(house.write, { projectId, actorId: 1, kind: 'edit-guide' }, (ledger) => ledger.update('question', question.id, { text: 'Vad kostar el?' }))
  await confirm(path, formOf(html))
  expect([await answers(), await following()]).toEqual([[], null])
  expect(await (await get(`${path.slice(0, path.lastIndexOf('/'))}?done=${await newest()}`)).text()).toContain('Find their answers with the guide')
})
