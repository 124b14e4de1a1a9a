import { expect, test } from 'vitest'
import { drawBars } from '../../src/domain/draw-bars.ts'
import { drawComparison } from '../../src/domain/draw-comparison.ts'
import { drawHeat } from '../../src/domain/draw-heat.ts'
import { drawStates, isOutsideToScale, type StateForm, stateForms } from '../../src/domain/draw-states.ts'
import { type Drawing, linesIn } from '../../src/domain/drawing.ts'

const none = Object.fromEntries(stateForms.map((form) => [form, 0])) as Record<StateForm, number>
const words = Object.fromEntries(stateForms.map((form) => [form, form])) as Record<StateForm, string>
const theme = (counts: Partial<Record<StateForm, number>>) => ({ key: '1', label: 'Premises', tone: 1, counts: { ...none, ...counts }, said: '13 asked' })
const textsOf = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : []))
/** The right end of what is drawn for a part of a theme. */
const placeOf = ({ marks }: Drawing, opens: string) => marks.flatMap((mark) => (mark.is === 'text' && mark.opens === opens ? [mark.x] : []))[0]

test('hundreds outside the base do not press together the dozen in it', () => {
  const survey = [theme({ yes: 7, no: 6, 'no-source': 277 }), theme({ yes: 12, 'no-source': 277, 'outside-guide': 1 })]
  const few = [theme({ yes: 7, no: 5, 'not-asked': 1 })]
  expect([isOutsideToScale(survey), isOutsideToScale(few)]).toEqual([false, true])
  for (const shape of ['wide', 'narrow'] as const) {
    const drawing = drawStates(survey, words, shape)
    // Every number stands there, those in the base with as much room as when nobody is outside it but for the boxes.
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['7', '6', '12', '277', '1']))
    expect(placeOf(drawing, '0.no')! - placeOf(drawing, '0.yes')!).toBeGreaterThan(shape === 'wide' ? 120 : 50)
    expect(placeOf(drawing, '0.no-source')).toBe(placeOf(drawing, '1.no-source'))
  }
})

test('a long name stands on several lines, whole, and its row is as much higher', () => {
  const label = 'Ett långt namn på ett tema som inte ryms på en enda rad i en figur'
  const bars = ['Kort', label, 'Kort igen'].map((one, at) => ({ key: `${at + 1}`, label: one, tone: 1, share: 0.5, said: '1 av 2' }))
  for (const shape of ['wide', 'narrow'] as const) {
    const drawing = drawBars(bars, shape)
    expect(textsOf(drawing).join(' ')).toContain(shape === 'wide' ? '2 Ett långt namn på ett' : '2 Ett långt namn')
    expect(textsOf(drawing).join('')).not.toContain('…')
    expect(drawing.height).toBeGreaterThan(drawBars([bars[0]!, bars[0]!, bars[0]!], shape).height)
  }
  expect(linesIn('ab cd ef', 10, 30, 3)).toEqual(['ab cd', 'ef'])
  expect(linesIn('abcdefghijklm', 10, 54, 2)).toEqual(['abcdefghi…'])
})

test('groups have room for their names, and a step of one number is that number', () => {
  const groups = ['Mindre stad/tätort', 'Landsbygdskommun'].map((label) => ({ label, interval: null, said: '0 av 2', opens: undefined }))
  expect(textsOf(drawComparison([{ key: '1', label: 'Tema', tone: 1, groups }], 'wide', []))).toContain('Mindre stad/tätort')
  const heat = drawHeat([{ key: '1', label: 'Tema', tone: 1, cells: [1, 3] }], ['a', 'b'], [1, 2, 3, 4], 'wide')
  expect(textsOf(heat).slice(0, 4)).toEqual(['1', '2', '3', '4–'])
})
