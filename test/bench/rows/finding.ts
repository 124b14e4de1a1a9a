import { setTimeout as wait } from 'node:timers/promises'
import { readGuide } from '../../../src/domain/read-guide.ts'
import { recogniseAnswers } from '../../../src/domain/recognise-answers.ts'
import { recogniseTurns } from '../../../src/domain/recognise-turns.ts'
import { importFiles } from '../../support/import-files.ts'
import { guideOf, makeAsked, makeQuestions } from '../asked.ts'
import { chanceOf } from '../chance.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf, timeOf } from '../measure.ts'
import { waited } from './exporting.ts'

/** Forty questions looked for in one interview of 20,000 words, as a thread does it. */
export async function recognising(ground: Ground): Promise<Figure[]> {
  const questions = makeQuestions(40)
  const guide = readGuide(guideOf(questions))
  const text = makeAsked(chanceOf(15), 20_000, 300, questions)
  const interview = { text, language: 'sv', ...recogniseTurns(text) } as const
  const found = recogniseAnswers(interview, guide).answers.filter((answer) => answer.status === 'answered').length
  if (found < 38) throw new Error(`${found} of 40 questions were found`)
  const sample = await sampleOf(ground.times(20), () => timeOf(() => recogniseAnswers(interview, guide)))
  return [{ name: 'find 40 questions in 20,000 words', unit: 'ms', sample, limit: { of: 'p50', at: 300 } }]
}

/** The answers to fourteen questions found in two hundred interviews: looked through in threads, kept as one act; then again, which changes nothing. */
export async function finding(ground: Ground): Promise<Figure[]> {
  const { client, server } = await ground.over('asked')
  const chance = chanceOf(17)
  const questions = makeQuestions(14)
  const files = Array.from({ length: 200 }, (_, nth) => ({ name: `Asked ${nth + 1}.txt`, bytes: Buffer.from(makeAsked(chance, 8000, 110, questions)) }))
  await importFiles(client, SLUG, files)
  good(await client.post(`/projects/${SLUG}/guides`, { text: guideOf(questions) }, {}), 'a guide')
  await server.delay('reset')
  await wait(1500)
  const idle = await server.delay('reset')
  const first = await timeOf(() => find(ground))
  const during = await server.delay('reset')
  const again = await timeOf(() => find(ground))
  const duringAgain = await server.delay('reset')
  const undone = good(await client.post(`/projects/${SLUG}/undo`, {}), 'undo').milliseconds
  const duringUndo = await server.delay('reset')
  good(await client.post(`/projects/${SLUG}/redo`, {}), 'redo')
  const count = (await ground.sqlite('asked')).prepare(`select count(*) as n from answer where status = 'answered'`).get() as { n: number }
  if (count.n < 2700) throw new Error(`${count.n} of 2,800 answers were found`)
  return [
    { name: 'find 14 answers in each of 200 interviews', unit: 'ms', sample: [first] },
    waited('others wait meanwhile (finding)', during, idle),
    { name: '… again, nothing new', unit: 'ms', sample: [again] },
    waited('others wait meanwhile (again)', duringAgain, idle),
    { name: 'undo of it', unit: 'ms', sample: [undone] },
    waited('others wait meanwhile (undo)', duringUndo, idle),
  ]
}

async function find(ground: Ground): Promise<void> {
  const { client } = await ground.over('asked')
  const path = `/projects/${SLUG}/guides/finding`
  let answer = good(await client.post(path, {}, {}), 'finding')
  while (answer.headers.location === path || answer.status === 200) {
    await wait(200)
    answer = good(await client.get(path, {}), 'finding')
  }
}
