import { expect, test } from 'vitest'
import { type Block, mapWords } from '../../src/domain/document.ts'
import { veilOf, veilParts } from '../../src/domain/veil.ts'

const veil = veilOf([{ name: 'Sofia Berg', replacement: 'Eva Dahl' }])
const veiled = (parts: readonly string[]) => veilParts(parts, veil.places(parts.join('')))

test('a name is replaced that goes over the end of a paragraph: in running text, answers, cells; not over a reference, a heading or a table', () => {
  const number = { text: '2\u2002', look: 'cite' } as const
  const quote = (text: string): Block => ({ style: 'quote', runs: [{ text }, { text: ' (Sofia Berg, 4)', look: 'cite' }] })
  const cell = [
    { style: 'quote', text: 'So said Sofia' },
    { style: 'quote', text: 'Berg, then.' },
  ] as const
  const blocks: Block[] = [
    { style: 'text', runs: [{ text: 'I asked Sofia', notes: [1] }] },
    { style: 'text', runs: [number, { text: 'Ber', notes: [1] }, { text: 'g, well.' }] },
    { style: 'quote', text: 'It was Sofia' },
    { style: 'quote', text: 'Berg who came.' },
    { style: 'heading1', text: 'Sofia' },
    quote('We met Sofia'),
    quote('Berg is a mountain.'),
    { widths: [1], names: ['Sofia Berg'], rows: [{ cells: [cell] }] },
  ]
  expect(mapWords(blocks, veiled)).toEqual([
    { style: 'text', runs: [{ text: 'I asked Eva Dahl', notes: [1] }] },
    { style: 'text', runs: [number, { text: '', notes: [1] }, { text: ', well.' }] },
    { style: 'quote', text: 'It was Eva Dahl' },
    { style: 'quote', text: ' who came.' },
    { style: 'heading1', text: 'Sofia' },
    { style: 'quote', runs: [{ text: 'We met Sofia' }, { text: ' (Eva Dahl, 4)', look: 'cite' }] },
    { style: 'quote', runs: [{ text: 'Berg is a mountain.' }, { text: ' (Eva Dahl, 4)', look: 'cite' }] },
    {
      widths: [1],
      names: ['Eva Dahl'],
      rows: [
        {
          cells: [
            [
              { style: 'quote', text: 'So said Eva Dahl' },
              { style: 'quote', text: ', then.' },
            ],
          ],
        },
      ],
    },
  ])
})
