import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readSourceFile } from '../../../src/exchange/read-source-file.ts'
import { codePassage } from '../../../src/services/code-passage.ts'
import { findExporter } from '../../../src/services/exports/exports.ts'
import { setPseudonyms } from '../../../src/services/set-pseudonyms.ts'
import { openTestHouse, seedSmallStudy } from '../../support/house.ts'

const TEXT = 'I asked Sofia\nBerg, 😴 & well, she_said 50 %.\nAnd then it was morning.'
const codings = [
  { from: 'I asked', to: 'morning', codes: 'team' },
  { from: 'Berg', to: 'well', codes: 'sleep' },
] as const

/** A source in which a name goes over a line's end, and one coding lies within another that goes over three paragraphs. */
async function studied() {
  const { house } = await openTestHouse()
  const { projectId, sourceId, sleepId, teamId } = await seedSmallStudy(house, TEXT)
  for (const { from, to, codes } of codings) {
    const selection = { start: TEXT.indexOf(from), end: TEXT.indexOf(to) + to.length }
    await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [codes === 'team' ? teamId : sleepId], selection })
  }
  await setPseudonyms(house, { projectId, coderId: 1, cases: [], lines: 'Sofia Berg = Eva Dahl' })
  const project = { id: projectId, slug: 'night-shift', name: 'Night shift', language: 'en' as const }
  return async (format: string, options: Record<string, string> = {}, filter = '') =>
    (await findExporter('transcripts', format)(house.read, { project, filter, language: 'en', options })).bytes
}

test('a row a paragraph, with its number, what is coded in it, and the words that each coding lies on', async () => {
  const make = await studied()
  const rows = JSON.parse(String(await make('json')))
  expect(rows.map((row: any) => [row.paragraph, row.text])).toEqual(TEXT.split('\n').map((line, at) => [at + 1, line]))
  expect(rows[1].codings).toEqual([
    expect.objectContaining({ code: '2 Team', coder: 'You', words: 'Berg, 😴 & well, she_said 50 %.' }),
    expect.objectContaining({ code: '1.1 Fatigue > Sleep', words: 'Berg, 😴 & well' }),
  ])
  const csv = String(await make('csv'))
  expect(csv).toContain('source,case,paragraph,text,codes,coders,names\r\nNurse 01,,1,I asked Sofia,2 Team,You,real')
  expect(csv).toContain('"Berg, 😴 & well, she_said 50 %.",2 Team; 1.1 Fatigue > Sleep,You,real')
  const { sheets } = await readXlsx((await make('xlsx')) as Uint8Array)
  expect(sheets[0]!.rows[3]).toEqual(['Nurse 01', null, 3, 'And then it was morning.', '2 Team', 'You', 'real'])
  expect(JSON.parse(String(await make('json', {}, 'code:Sleep')))[0].codings).toEqual([])
})

test('where there is no margin, a coding is a footnote where it ends, with the words that it lies on', async () => {
  const make = await studied()
  const md = String(await make('md'))
  expect(md).toContain('Berg, 😴 \\& well[^2], she\\_said 50 %.')
  expect(md).toContain('it was morning[^1].')
  expect(md).toContain('[^1]: **2 Team** I asked Sofia Berg, 😴 \\& well, she\\_said … then it was morning (You)\n')
  expect(md).toContain('[^2]: **1.1 Fatigue \\> Sleep** Berg, 😴 \\& well (You)\n')
  const latex = String(await make('latex'))
  expect(latex).toContain('well\\footnote{\\textbf{1.1 Fatigue \\textgreater{} Sleep} Berg, 😴 \\& well (You)}, she\\_said 50 \\%.')
})

test('a name that goes over the end of a line is replaced too, in every format', async () => {
  const make = await studied()
  for (const format of ['docx', 'html', 'md', 'latex', 'csv', 'xlsx', 'json']) {
    const bytes = await make(format, { pseudonyms: '1' })
    const said =
      format === 'docx'
        ? (await readSourceFile(Buffer.from(bytes as Uint8Array), 'x.docx', 'en'))[0]!.text
        : format === 'xlsx'
          ? JSON.stringify((await readXlsx(bytes as Uint8Array)).sheets)
          : String(bytes)
    expect(/Sofia|Berg/.test(said), format).toBe(false)
    expect(said, format).toContain('I asked Eva Dahl')
  }
})
