import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Carried, type Change, carrier, carrierOver, invert } from '../../src/domain/carry.ts'
import type { Span } from '../../src/domain/span.ts'

const LENGTH = 40
type Edit = Change & { to: string }
/** Edits of a text in its order, none over another; some put one word for one. */
const anyEdits: fc.Arbitrary<Edit[]> = fc
  .array(fc.record({ gap: fc.nat(8), gone: fc.nat(5), to: fc.string({ maxLength: 5 }), standsFor: fc.boolean() }), { maxLength: 6 })
  .map((wishes) => {
    const edits: Edit[] = []
    let at = 0
    for (const { gap, gone, to, standsFor } of wishes) {
      const start = at + gap
      const end = start + gone
      if (end > LENGTH) break
      if (gone > 0 || to.length > 0) edits.push({ start, end, to, size: to.length, ...(standsFor && gone > 0 ? { standsFor } : {}) })
      at = end + 1
    }
    return edits
  })
const anySpan: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 15 }))
  .map(([start, n]) => ({ start, end: Math.min(LENGTH, start + n) }))

/** A place in the new text: the characters of the old that it is or stands for, none where it is new. */
type Cell = { of: readonly number[]; stands: boolean }

/** The naive model: every character has an identity, and the new text is written out one place at a time. */
function write(edits: readonly Change[]): Cell[] {
  const cells: Cell[] = []
  const put = (edit: Change) => {
    const replaced = Array.from({ length: edit.end - edit.start }, (_, n) => edit.start + n)
    for (let n = 0; n < edit.size; n++) cells.push({ of: edit.standsFor ? replaced : [], stands: true })
  }
  for (let at = 0; at <= LENGTH; at++) {
    for (const edit of edits) if (edit.start === at) put(edit)
    if (at < LENGTH && !edits.some((edit) => edit.start <= at && at < edit.end)) cells.push({ of: [at], stands: false })
  }
  return cells
}

function naively(cells: readonly Cell[], span: Span): Span | undefined {
  const isIn = (id: number) => span.start <= id && id < span.end
  const mine = cells.flatMap((cell, at) => (cell.of.length > 0 && cell.of.every(isIn) ? [at] : []))
  const first = mine.find((at) => cells[at]!.of.includes(span.start))
  const last = mine.findLast((at) => cells[at]!.of.includes(span.end - 1))
  if (first === undefined || last === undefined) return undefined
  const kept = mine.filter((at) => !cells[at]!.stands).length
  const length = span.end - span.start
  return kept * 2 < length || last + 1 - first > 2 * length + 100 ? undefined : { start: first, end: last + 1 }
}

test('a span is carried exactly where a model that gives each character an identity says, else it is unsure', () => {
  fc.assert(
    fc.property(anyEdits, anySpan, (edits, span) => {
      const there = naively(write(edits), span)
      const carried = carrier(edits)(span)
      if (there) expect(carried).toEqual({ kind: 'carried', span: there })
      else expect(carried.kind).toBe('unsure')
    }),
    { numRuns: 3000 },
  )
})

test('a guess lies in the new text and holds every character that is left of the span', () => {
  fc.assert(
    fc.property(anyEdits, anySpan, (edits, span) => {
      const cells = write(edits)
      const carried = carrier(edits)(span)
      const left = cells.flatMap((cell, at) => (!cell.stands && span.start <= cell.of[0]! && cell.of[0]! < span.end ? [at] : []))
      const there = carried.kind === 'carried' ? carried.span : carried.guess
      if (left.length > 0) expect(there && there.start <= left[0]! && there.end > left.at(-1)!).toBe(true)
      if (there) expect(0 <= there.start && there.start < there.end && there.end <= cells.length).toBe(true)
      if (carried.kind === 'unsure' && left.length === 0 && !edits.some((edit) => edit.standsFor)) expect(carried.guess).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('any sequence of edits carries as the identities do, step by step', () => {
  const edit = fc.record({ start: fc.nat(60), gone: fc.nat(4), size: fc.nat(6) })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), anySpan, (wishes, span) => {
      let ids: number[] = Array.from({ length: LENGTH }, (_, n) => n)
      const steps: Change[][] = []
      let all = true
      for (const { start, gone, size } of wishes) {
        const from = Math.min(start, ids.length)
        const end = Math.min(ids.length, from + gone)
        const before = ids
        ids = [...ids.slice(0, from), ...Array(size).fill(-1), ...ids.slice(end)]
        steps.push([{ start: from, end, size }])
        // What the share law compares is the step before, so the model asks it of each step.
        const was = { start: before.indexOf(span.start), end: before.indexOf(span.end - 1) + 1 }
        const is = { start: ids.indexOf(span.start), end: ids.indexOf(span.end - 1) + 1 }
        const kept = before.slice(was.start, was.end).length - Math.max(0, Math.min(end, was.end) - Math.max(from, was.start))
        if (is.start < 0 || is.end === 0 || kept * 2 < was.end - was.start) all = false
        if (!all) break
      }
      const carried = carrierOver(steps)(span)
      expect(carried.kind).toBe(all ? 'carried' : 'unsure')
      if (all) expect(carried).toEqual({ kind: 'carried', span: { start: ids.indexOf(span.start), end: ids.indexOf(span.end - 1) + 1 } })
    }),
    { numRuns: 1500 },
  )
})

test('changes turned around bring what was carried back to where it was', () => {
  fc.assert(
    fc.property(anyEdits, anySpan, (edits, span) => {
      expect(invert(invert(edits))).toEqual(edits.map(({ to: _, ...change }) => change))
      const there = carrier(edits)(span)
      if (there.kind !== 'carried') return
      const back = carrier(invert(edits))(there.span)
      const home = back.kind === 'carried' ? back.span : back.guess
      expect(home).toEqual(span)
    }),
  )
})

test('what is put in at an end is outside, and a typo mended inside stays inside', () => {
  const text = 'We [moved here] in May.'
  const span = { start: 4, end: 14 }
  const carried = (start: number, end: number, size: number, standsFor = false): Carried => carrier([{ start, end, size, standsFor }])(span)
  expect(text.slice(span.start, span.end)).toBe('moved here')
  expect(carried(4, 4, 3), 'put in at its start').toEqual({ kind: 'carried', span: { start: 7, end: 17 } })
  expect(carried(14, 14, 3), 'put in at its end').toEqual({ kind: 'carried', span })
  expect(carried(6, 7, 2), 'mended inside').toEqual({ kind: 'carried', span: { start: 4, end: 15 } })
  expect(carried(4, 9, 4), 'its first word replaced').toEqual({ kind: 'unsure', guess: { start: 4, end: 13 } })
  expect(carried(4, 9, 5, true), 'one word for its first').toEqual({ kind: 'carried', span })
  expect(carried(2, 6, 1), 'crossed at its start').toEqual({ kind: 'unsure', guess: { start: 3, end: 11 } })
  expect(carried(0, 20, 9), 'gone').toEqual({ kind: 'unsure', guess: null })
})

test('an end at the end of a paragraph edited in place lies there still', () => {
  const edited = { old: { start: 10, end: 20 }, now: { start: 10, end: 26 } }
  const carry = carrier([{ start: 20, end: 20, size: 6 }], edited)
  expect(carry({ start: 0, end: 20 }), 'a turn that ends with it').toEqual({ kind: 'carried', span: { start: 0, end: 26 } })
  expect(carry({ start: 10, end: 13 }), 'its label').toEqual({ kind: 'carried', span: { start: 10, end: 13 } })
  expect(carrier([{ start: 10, end: 20, size: 16 }], edited)({ start: 10, end: 20 }), 'all of it in other words').toEqual({
    kind: 'carried',
    span: { start: 10, end: 26 },
  })
})
