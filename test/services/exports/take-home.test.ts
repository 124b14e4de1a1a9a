import { expect, test } from 'vitest'
import { codePassage } from '../../../src/services/code-passage.ts'
import { sendHome } from '../../../src/services/exports/take-home.ts'
import { openTestHouse, seedSmallStudy } from '../../support/house.ts'

async function many() {
  const opened = await openTestHouse()
  const { house } = opened
  const words = Array.from({ length: 400 }, (_, at) => `word${at}`)
  const text = `${words.join(' ')} ${'y'.repeat(50_000)}`
  const { projectId, sourceId, sleepId, teamId } = await seedSmallStudy(house, text)
  for (let at = 0; at < 60; at++) {
    const selection = { start: at * 8, end: text.length - at }
    await codePassage(house, { projectId, sourceId, coderId: 1, codeIds: [sleepId, teamId], selection })
  }
  const input = { project: { id: projectId, slug: 'night-shift', name: 'Night shift' }, filter: '', language: 'en' as const, options: {} }
  return { ...opened, input, text }
}

test('a file comes in pieces, the first before it is made to its end; quotations of 50,000 characters are whole', async () => {
  const { pool, input, text } = await many()
  const { stream, fileName } = await sendHome(pool, 'quotations', 'csv', input)
  expect(fileName).toBe('night-shift-quotations.csv')
  const pieces: Uint8Array[] = []
  for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) pieces.push(piece)
  expect(pieces.length).toBeGreaterThan(10)
  expect(pieces[0]!.length).toBeLessThan(2000)
  expect(Buffer.concat(pieces).toString()).toContain(`,${text},`)
})

test('what nobody reads any more is not made: the thread stops and the next does its work', async () => {
  const { pool, input } = await many()
  const { stream } = await sendHome(pool, 'quotations', 'xlsx', input)
  const reader = stream.getReader()
  await reader.read()
  await reader.cancel()
  const again = await sendHome(pool, 'quotations', 'json', input)
  expect((await new Response(again.stream).json()).length).toBe(120)
})

test('what is wrong is refused before anything is sent', async () => {
  const { pool, input } = await many()
  await expect(sendHome(pool, 'quotations', 'docx', { ...input, filter: 'code:' })).rejects.toMatchObject({ key: 'refusal.filter-no-value' })
  await expect(sendHome(pool, 'quotations', 'qdpx', input)).rejects.toMatchObject({ key: 'refusal.no-export-format' })
})
