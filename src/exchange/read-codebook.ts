import { labelsOf } from '../domain/code.ts'
import type { CodebookRow } from '../domain/codebook.ts'
import { toName, toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { plainCell, readCsv } from './read-csv.ts'

type Field = 'theme' | 'code' | 'color' | 'definition' | 'whenToUse' | 'whenNot' | 'example' | 'retiredAt'
const names: Record<Field, string[]> = {
  theme: ['theme', 'tema', 'kategori', 'category', 'emne'],
  code: ['code', 'kod', 'kode', 'label', 'etikett', 'name', 'namn', 'navn', 'path', 'sokvag'],
  color: ['color', 'colour', 'farg', 'farge'],
  definition: ['definition', 'definisjon', 'description', 'beskrivning', 'beskrivelse', 'memo'],
  whenToUse: ['whentouse', 'when', 'nar', 'naranvanda', 'anvands', 'nargaller', 'include', 'inkludera'],
  whenNot: ['whennot', 'whennottouse', 'narinte', 'inte', 'ikke', 'narikke', 'exclude', 'exkludera'],
  example: ['example', 'exempel', 'eksempel', 'quote', 'citat'],
  retiredAt: ['retiredat', 'retired', 'avslutad', 'urbruk', 'avsluttet', 'utgatt'],
}
const MOST_CODES = 5000
const DEEPEST = 100

/**
 * The codes of a CSV codebook: `code` holds a path `Theme > Code` (or a `theme` column stands beside it); colour,
 * definition, when, when not and example may be missing. Heads are known in Swedish, Norwegian and English. Refused with
 * the row and what is wrong with it.
 */
export function readCodebook(text: string): CodebookRow[] {
  const [head, ...body] = readCsv(text)
  if (!head || body.length === 0) throw new Refusal('invalid', 'refusal.table-empty')
  const columns = columnsOf(head)
  if (columns.code === undefined && columns.theme === undefined) throw new Refusal('invalid', 'refusal.codebook-head', { found: head.join(', ').slice(0, 120) })
  if (body.length > MOST_CODES) throw new Refusal('invalid', 'refusal.codebook-long', { most: MOST_CODES })
  const seen = new Set<string>()
  const made = new Set<string>()
  return body.map((cells, index) => {
    const code = codeOf(cells, columns, index + 2)
    const path = code.labels.join('\n').toLocaleLowerCase('sv')
    // A path makes the codes above it too: a few long ones would be as many as a great file.
    for (let end = path.indexOf('\n'); end >= 0; end = path.indexOf('\n', end + 1)) made.add(path.slice(0, end))
    if (made.add(path).size > MOST_CODES) throw new Refusal('invalid', 'refusal.codebook-long', { most: MOST_CODES })
    if (seen.has(path)) throw new Refusal('invalid', 'refusal.codebook-twice', { row: code.row, label: code.labels.join(' > ').slice(0, 120) })
    seen.add(path)
    return code
  })
}

function columnsOf(head: readonly string[]): Partial<Record<Field, number>> {
  const plain = head.map((name) =>
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  )
  const columns: Partial<Record<Field, number>> = {}
  for (const [field, known] of Object.entries(names) as [Field, string[]][]) {
    const at = plain.findIndex((name) => known.includes(name))
    if (at >= 0) columns[field] = at
  }
  return columns
}

function codeOf(cells: readonly string[], columns: Partial<Record<Field, number>>, row: number): CodebookRow {
  const cell = (field: Field) => (columns[field] === undefined ? '' : plainCell((cells[columns[field]] ?? '').trim()))
  return inRow(row, () => ({
    row,
    labels: [...(cell('theme') ? [cell('theme')] : []), ...(cell('code') ? labelsOf(cell('code')) : [])].map(toName),
    color: colorOf(cell('color'), row),
    definition: toNote(cell('definition')),
    whenToUse: toNote(cell('whenToUse')),
    whenNot: toNote(cell('whenNot')),
    example: toNote(cell('example')),
    retiredAt: retiredOf(cell('retiredAt'), row),
  }))
}

function colorOf(text: string, row: number): number | null {
  if (text === '') return null
  if (!/^[1-8]$/.test(text)) throw new Refusal('invalid', 'refusal.codebook-color', { row, value: text.slice(0, 30) })
  return Number(text)
}

/** A day or a time, or just that it is so. */
function retiredOf(text: string, row: number): string | null {
  if (/^(|0|no|nej|nei|false)$/i.test(text)) return null
  if (/^(1|x|yes|ja|true)$/i.test(text)) return 'now'
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new Refusal('invalid', 'refusal.codebook-retired', { row, value: text.slice(0, 30) })
  return new Date(at).toISOString()
}

function inRow(row: number, read: () => CodebookRow): CodebookRow {
  try {
    const code = read()
    if (code.labels.length > 0 && code.labels.length <= DEEPEST) return code
  } catch (error) {
    if (!(error instanceof Refusal) || !/-(name|note)$/.test(error.key)) throw error
  }
  throw new Refusal('invalid', 'refusal.codebook-row', { row })
}
