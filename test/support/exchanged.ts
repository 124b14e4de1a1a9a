import fc from 'fast-check'
import type { Exchanged, ExchangedMemo, ExchangedSource, MemoPlace } from '../../src/domain/exchanged.ts'
import { trimSpan, wholeCharacters } from '../../src/domain/span.ts'
import { normaliseText } from '../../src/domain/text.ts'

const guid = fc.uuid()
const at = fc.date({ min: new Date('2001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
const letters = ['a', 'b', 'å', ' ', '\n', 'e\u0301', '😴', '👩‍🏫', '<', '&', '"', ']]>', 'ש', 'ל', 'م', '\t', '.', '\u00a0']
const words = (maxLength: number) => fc.string({ unit: fc.constantFrom(...letters), maxLength })
const oneLine = words(12).map((text) => `x${normaliseText(text).replace(/\s+/gu, ' ')}`.trim())
const note = words(30).map((text) => normaliseText(`m ${text} n`))
const texts = fc.oneof(fc.constant(''), note, fc.constant('When to use: not this\n\n\\Example: nor this'))
const index = (size: number) => fc.nat(Math.max(0, size - 1))

const code = fc.record({
  up: fc.nat(8),
  color: fc.option(fc.integer({ min: 1, max: 8 })),
  definition: texts,
  whenToUse: texts,
  whenNot: texts,
  example: texts,
  guid,
})
/** A tree of codes, up to six deep, in reading order. */
const codes = fc.array(code, { minLength: 1, maxLength: 10 }).map((list) => {
  const made: { parent: number | null; depth: number }[] = []
  return list.map(({ up, ...one }, nth) => {
    let parent = nth === 0 ? null : nth - 1
    for (let steps = up % 4; steps > 0 && parent !== null; steps--) parent = made[parent]!.parent
    if (parent !== null && made[parent]!.depth >= 6) parent = made[parent]!.parent
    made.push({ parent, depth: parent === null ? 1 : made[parent]!.depth + 1 })
    return { ...one, parent, label: `Code ${nth} "é" <&> 😴`, retired: false }
  })
})

/** Bytes that only look like the beginning of such a file, with line ends of two characters. */
const originalOf = (kind: 'pdf' | 'docx', title: string) => ({
  name: `first.${kind}`,
  bytes: new TextEncoder().encode(`${kind === 'pdf' ? '%PDF-1.4' : 'PK\u0003\u0004'}\r\n${title}\r\n`),
})

const source = (codeCount: number, users: number) =>
  fc
    .record({
      guid,
      title: oneLine,
      kind: fc.constantFrom('interview' as const, 'focus group' as const, 'other' as const),
      language: fc.constantFrom('sv' as const, 'nb' as const, 'en' as const),
      status: fc.constantFrom('not started' as const, 'in work' as const, 'done' as const),
      madeAt: at,
      raw: words(60),
      selections: fc.array(
        fc.record({
          a: fc.nat(80),
          b: fc.nat(80),
          guid,
          codings: fc.array(fc.record({ guid, code: index(codeCount), user: index(users), at }), { maxLength: 4 }),
        }),
        {
          maxLength: 8,
        },
      ),
      original: fc.constantFrom(null, 'pdf' as const, 'docx' as const),
    })
    .map(({ raw, selections, original, ...head }): ExchangedSource => {
      const text = normaliseText(`begin ${raw} end`)
      const laid = new Map<string, ExchangedSource['selections'][number]>()
      for (const { a, b, codings, ...one } of selections) {
        const clipped = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) }
        const span = trimSpan(text, wholeCharacters(text, clipped))
        const unique = codings.filter((mine, nth) => codings.findIndex((other) => other.code === mine.code && other.user === mine.user) === nth)
        if (span.start < span.end) laid.set(`${span.start} ${span.end}`, { ...one, ...span, codings: unique })
      }
      const sorted = [...laid.values()].sort((x, y) => x.start - y.start || y.end - x.end)
      // What nothing points at is no quotation.
      const kept = sorted.filter((one) => one.codings.length > 0)
      const file = original === null ? null : originalOf(original, head.title)
      return { ...head, text, selections: kept, original: file }
    })

export type AnyProject = { project: Exchanged; sources: ExchangedSource[] }

/** A project of all that REFI-QDA can hold: emoji, accents in two pieces, right to left, overlaps, deep trees, originals. */
export const anyExchanged: fc.Arbitrary<AnyProject> = fc
  .record({
    codes,
    users: fc.uniqueArray(fc.record({ guid, name: oneLine }), { minLength: 1, maxLength: 3, selector: (one) => one.name.toLocaleLowerCase('sv') }),
  })
  .chain(({ codes: list, users }) =>
    fc.record({
      codes: fc.constant(list),
      users: fc.constant(users),
      name: oneLine,
      description: texts,
      sources: fc.uniqueArray(source(list.length, users.length), { minLength: 1, maxLength: 3, selector: (one) => one.title }),
      retired: fc.boolean(),
      regions: fc.array(fc.constantFrom('north 😴', 'south & west', ''), { minLength: 3, maxLength: 3 }),
      numbers: fc.array(fc.constantFrom('0', '-2.5', '46800', ''), { minLength: 3, maxLength: 3 }),
      days: fc.array(fc.constantFrom('2026', '2026-11-21', ''), { minLength: 3, maxLength: 3 }),
      guids: fc.uniqueArray(guid, { minLength: 12, maxLength: 12 }),
      notes: fc.array(fc.record({ guid, text: note, user: index(users.length), at, which: fc.nat(50), kind: fc.nat(5) }), { maxLength: 6 }),
    }),
  )
  .map((parts) => {
    const { sources, guids } = parts
    const variables = (['category', 'number', 'date'] as const).map((type, nth) => ({ guid: guids[nth]!, name: `var ${nth} é`, type }))
    const cases = [0, 1, 2].map((nth) => {
      const values = [parts.regions[nth]!, parts.numbers[nth]!, parts.days[nth]!].flatMap((value, variable) => (value === '' ? [] : [{ variable, value }]))
      return {
        guid: guids[3 + nth]!,
        name: `Case ${nth} 😴`,
        kind: nth === 0 ? 'municipality' : '',
        values,
        sources: sources.flatMap((_, s) => ((s + nth) % 2 ? [s] : [])),
      }
    })
    const memos = parts.notes.flatMap(({ which, kind, ...memo }): ExchangedMemo[] => {
      const on = placeFor(kind, which, parts.codes.length, sources)
      return on ? [{ ...memo, on }] : []
    })
    const list = parts.codes.map((one, nth) => ({ ...one, retired: parts.retired && nth === parts.codes.length - 1 }))
    const sets = [
      { guid: guids[6]!, name: 'Some', codes: [0], sources: [] },
      { guid: guids[7]!, name: 'Both ways', codes: [], sources: sources.map((_, s) => s) },
    ]
    const project = { name: parts.name, origin: '', description: parts.description, users: parts.users, codes: list, variables, cases, memos, sets }
    return { project, sources }
  })

function placeFor(kind: number, which: number, codeCount: number, sources: readonly ExchangedSource[]): MemoPlace | undefined {
  const at = which % sources.length
  const selection = which % Math.max(1, sources[at]!.selections.length)
  const here = sources[at]!.selections[selection]
  if (kind === 0) return { kind: 'project' }
  if (kind === 1) return { kind: 'source', at }
  if (kind === 2) return { kind: 'case', at: which % 3 }
  if (kind === 3) return { kind: 'code', at: which % codeCount }
  if (!here) return undefined
  return kind === 4 ? { kind: 'quotation', at, selection } : { kind: 'coding', at, selection, coding: which % here.codings.length }
}

/** Memos in one order, for comparing: where they stand in a list says nothing. */
export function inOrder({ project, sources }: { project: Exchanged; sources: readonly ExchangedSource[] }) {
  const key = (memo: ExchangedMemo) => JSON.stringify([memo.on, memo.guid])
  const plain = sources.map(({ original, ...source }) => ({ ...source, original: original && Buffer.from(original.bytes).toString('hex') }))
  return { project: { ...project, origin: '', memos: [...project.memos].sort((a, b) => (key(a) < key(b) ? -1 : 1)) }, sources: plain }
}
