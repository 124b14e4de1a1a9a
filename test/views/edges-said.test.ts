import { expect, test } from 'vitest'
import { edgesSaid } from '../../views/analysis/edges-said.ts'

const swedish = (value: number, digits = 0) => new Intl.NumberFormat('sv-SE', { minimumFractionDigits: digits }).format(value).replaceAll('\u00a0', ' ')

test.each([
  ['<42000', '<42 000'],
  ['≥67000', '≥67 000'],
  ['42000–66999', '42 000–66 999'],
  ['0–<0.8', '0–<0,8'],
  ['2010–2019', '2010–2019'],
  ['-0.5–<12.25', '-0,5–<12,25'.replace('-', '−')],
  ['Norra <3.5', 'Norra <3.5'],
  ['12345', '12345'],
])('the edges %s are said as %s', (label, said) => expect(edgesSaid(label, swedish)).toBe(said))
