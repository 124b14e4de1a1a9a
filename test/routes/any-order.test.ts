import fc from 'fast-check'
import { DomUtils, parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import { codePassage } from '../../src/services/code-passage.ts'
import { createCode } from '../../src/services/create-code.ts'
import { recode } from '../../src/services/recode.ts'
import { removeCoding } from '../../src/services/remove-coding.ts'
import { resizeCoding } from '../../src/services/resize-coding.ts'
import { redo, undo } from '../../src/services/undo.ts'
import { listCodingsInSource } from '../../src/storage/codings.ts'
import { perform } from '../../src/storage/ledger.ts'
import { momentsFrom } from '../../views/assets/moments.js'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const text = Array.from({ length: 6 }, (_, i) => `Paragraph ${i} 😴 and some more words`).join('\n')
const place = fc.record({ start: fc.nat(text.length - 40), length: fc.integer({ min: 8, max: 70 }) })
const kind = fc.constantFrom('code', 'code', 'code', 'remove', 'recode', 'resize', 'undo', 'redo', 'new-code')
const act = fc.record({ kind, place, which: fc.nat(20), code: fc.nat(2) })
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ step: fc.constant('other' as const), act }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('own' as const), act }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('ask' as const) }) },
  { weight: 3, arbitrary: fc.record({ step: fc.constant('hear' as const), which: fc.nat(9) }) },
)

/** The page as its pieces by id. */
type Pieces = Map<string, string>
const shown = /^(st-\d+|here-\d+|overview|progress|status-form|codebook)$/
const ids = (html: string): Pieces => {
  const pieces: Pieces = new Map()
  for (const element of DomUtils.findAll((one) => shown.test(one.attribs['id'] ?? ''), parseDocument(html).children))
    pieces.set(element.attribs['id']!, DomUtils.getOuterHTML(element))
  return pieces
}

test('whatever the order in which answers come, the page is as it was drawn whole at the moment it says, and one more brings it up to now', async () => {
  const { house, get, post } = await openTestHouse()
  const { projectId, sourceId, fatigueId, sleepId, teamId } = await seedSmallStudy(house, text)
  const draft = { projectId: null, actorId: 1, kind: 'create-coder' } as const
  const { result: annaId } = await perform(house.write, draft, (ledger) => ledger.insert('coder', { guid: 'anna', name: 'Anna', made_at: '2026-01-05' }))
  const path = `/projects/night-shift/sources/${sourceId}`
  const codes = [fatigueId, sleepId, teamId]

  const whole = async () => ids(await (await get(path)).text())
  const here = { 'HX-Request': 'true', 'HX-Current-URL': `http://localhost${path}` }
  const asked = async (since: number, own?: Act) => {
    const headers = { ...here, 'Utsaga-Since': `${since}` }
    const answer = own ? await postOf(own, headers) : await get(`${path}/changes`, headers)
    return {
      at: Number(answer?.headers.get('Utsaga-Act') ?? Number.NaN),
      covers: answer?.headers.has('Utsaga-Since') === true,
      pieces: ids((await answer?.text()) ?? ''),
    }
  }
  const chosen = async ({ which }: Act) => {
    const codings = await listCodingsInSource(house.read, sourceId)
    return codings[which % Math.max(1, codings.length)]
  }
  const span = ({ place: { start, length } }: Act) => ({ start, end: Math.min(text.length, start + length) })

  async function postOf(own: Act, headers: Record<string, string>) {
    const coding = await chosen(own)
    const base = `/projects/night-shift/codings/${coding?.id ?? 0}`
    if (own.kind === 'undo' || own.kind === 'redo') return post(`/projects/night-shift/${own.kind}`, {}, headers)
    if (own.kind === 'new-code') return post(`${path}/codings`, { newLabel: `New ${crypto.randomUUID()}`, ...span(own) }, headers)
    if (own.kind === 'code' || !coding) return post(`${path}/codings`, { codeId: codes[own.code]!, ...span(own) }, headers)
    if (own.kind === 'remove') return post(`${base}/removal`, {}, headers)
    if (own.kind === 'recode') return post(`${base}/code`, { codeId: codes[own.code]! }, headers)
    return post(`${base}/edges`, span(own), headers)
  }

  async function byAnna(one: Act) {
    const coding = await chosen(one)
    const wish = { projectId, coderId: annaId, codingId: coding?.id ?? 0 }
    if (one.kind === 'undo') return undo(house, { projectId, actorId: annaId })
    if (one.kind === 'redo') return redo(house, { projectId, actorId: annaId })
    if (one.kind === 'new-code') return createCode(house, { projectId, coderId: annaId, parentId: fatigueId, label: `New ${crypto.randomUUID()}` })
    if (one.kind === 'remove') return removeCoding(house, wish)
    if (one.kind === 'recode') return recode(house, { ...wish, codeId: codes[one.code]! })
    if (one.kind === 'resize') return resizeCoding(house, { ...wish, selection: span(one) })
    return codePassage(house, { projectId, sourceId, codeIds: [codes[one.code]!], coderId: annaId, selection: span(one) })
  }

  const newest = async () => Number((await house.read.selectFrom('act').select('id').orderBy('id', 'desc').executeTakeFirst())!.id)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const page = await whole()
      const moments = momentsFrom(await newest())
      const wholeAt = new Map([[moments.since(), await whole()]])
      const underWay: Awaited<ReturnType<typeof asked>>[] = []
      const hear = ({ at, covers, pieces }: Awaited<ReturnType<typeof asked>>) => {
        if (moments.isStale(at) || !covers) return
        for (const [id, html] of pieces) page.set(id, html)
        moments.take(at, false)
        const then = wholeAt.get(at)!
        for (const id of [...then.keys()].filter((one) => one !== 'codebook')) expect(page.get(id), `${id} at ${at}`).toBe(then.get(id))
      }
      for (const one of steps) {
        if (one.step === 'other') await byAnna(one.act).catch((error: Error) => expect(error.name).toBe('Refusal'))
        else if (one.step === 'own') underWay.push(await asked(moments.since(), one.act))
        else if (one.step === 'ask') underWay.push(await asked(moments.since()))
        else if (underWay.length > 0) hear(underWay.splice(one.which % underWay.length, 1)[0]!)
        const at = await newest()
        if (!wholeAt.has(at)) wholeAt.set(at, await whole())
      }
      underWay.reverse().forEach(hear)
      hear(await asked(moments.since()))
      expect(moments.since()).toBe(await newest())
    }),
    { numRuns: 20 },
  )
})
