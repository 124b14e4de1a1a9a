import { expect, test } from 'vitest'
import { waitsFor } from '../../src/domain/thread.ts'

const [asker, owner, other] = [1, 2, 3]
const said = (...by: number[]) => by.map((coderId) => ({ coderId }))
const waiting = (thread: { comments: { coderId: number }[]; ownerId: number | null }, answers?: ReadonlySet<number>) =>
  [asker, owner, other].filter((coderId) => waitsFor(thread, { coderId, answers }))

test('a question waits for whose it is about, and their answer for whoever asked', () => {
  expect(waiting({ comments: said(asker), ownerId: owner })).toEqual([owner])
  expect(waiting({ comments: said(asker, owner), ownerId: owner })).toEqual([asker])
  expect(waiting({ comments: said(asker, other), ownerId: owner })).toEqual([asker, owner])
})

test('where nobody stands for it, it waits for all who code until one has answered', () => {
  expect(waiting({ comments: said(asker), ownerId: null })).toEqual([owner, other])
  expect(waiting({ comments: said(asker), ownerId: asker })).toEqual([owner, other])
  expect(waiting({ comments: said(asker), ownerId: owner }, new Set([other]))).toEqual([other])
  expect(waiting({ comments: said(asker, other), ownerId: null })).toEqual([asker])
})

test('a thread in which nobody speaks waits for nobody', () => {
  expect(waiting({ comments: [], ownerId: owner })).toEqual([])
})
