import { expect, test } from 'vitest'
import { readReading } from '../../src/domain/reading.ts'
import { en } from '../../src/texts/en.ts'
import { sv } from '../../src/texts/sv.ts'
import { readerFor } from '../../src/web/reader.ts'
import { actOf, keyMap } from '../../views/assets/key-map.js'
import { KeysDialog } from '../../views/layout/keys-dialog.tsx'
import { ReaderContext } from '../../views/layout/reader.ts'

const reader = readerFor({ language: 'sv', theme: null, reading: readReading(undefined), coder: { id: 1, name: 'Du' }, path: '/', asset: (name) => name })
const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...held }) as KeyboardEvent

test('no key means two things on one page, and every row has its sentence', () => {
  for (const places of [['everywhere', 'move', 'select', 'code', 'coding'], ['picker'], ['everywhere', 'list']]) {
    const chords = keyMap.filter(({ where, name }) => places.includes(where) && name !== 'close').flatMap(({ keys }) => keys)
    expect(chords).toEqual([...new Set(chords)])
  }
  for (const { row } of keyMap) for (const catalogue of [sv, en]) expect(catalogue).toHaveProperty([`keys.does-${row}`])
})

test('the list on ? says every row of the map', () => {
  const html = String(<ReaderContext.Provider value={reader}>{<KeysDialog project={{ slug: 'x' }} />}</ReaderContext.Provider>)
  for (const { row } of keyMap) expect(html).toContain(`<dd>${sv[`keys.does-${row}` as keyof typeof sv]}</dd>`)
  expect(html).toContain('<kbd>Skift 1</kbd><span>…</span><kbd>6</kbd>')
})

test('keys are the same on Swedish and American keyboards', () => {
  const of = (event: KeyboardEvent) => actOf(event, 'everywhere', 'code', 'coding', 'select')
  expect(of(press('/', { code: 'Digit7', shiftKey: true }))).toBe('search')
  expect(of(press('/', { code: 'Slash' }))).toBe('search')
  expect(of(press('?', { code: 'Minus', shiftKey: true }))).toBe('help')
  expect(of(press('[', { code: 'Digit8', ctrlKey: true, altKey: true }))).toBe('end-back')
  expect(of(press('{', { code: 'BracketLeft', shiftKey: true }))).toBe('start-back')
  expect(of(press('¤', { code: 'Digit4', shiftKey: true }))).toBe('pinned')
  expect(of(press('$', { code: 'Digit4', shiftKey: true }))).toBe('pinned')
  expect(of(press('4', { code: 'Numpad4' }))).toBe('theme')
  expect(of(press('Z'))).toBe('undo')
  expect(of(press('Z', { shiftKey: true }))).toBe('redo')
  expect(of(press('z', { ctrlKey: true }))).toBeUndefined()
  expect(actOf(press('π', { code: 'KeyP', altKey: true }), 'picker')).toBe('pin-there')
})
