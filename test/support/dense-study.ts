import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Ledger, perform } from '../../src/storage/ledger.ts'
import { openHouse } from '../../src/storage/open.ts'
import { keepVersion } from '../../src/storage/source-versions.ts'

const AT = '2026-01-05T09:00:00.000Z'
const THEMES = ['Moving in and growth of the town', 'Recruiting', 'How the municipality is involved in it', 'Demand', 'Working together across borders']
const CODES = ['People who left and are coming back home', 'Rooms', 'Somebody who keeps the whole of it together', 'Trains and the lack of them']
const SENTENCES = [
  'We began with one room over the bakery and a kettle that somebody had left there.',
  'People came in from the harbour when the wind was wrong, and stayed to do their letters.',
  'I would not say that it was planned, it was more that nobody said no in time.',
  'The train goes twice a day now and that is what decides who can live out here.',
  'My neighbour moved home after eleven years and the first thing she asked was where to sit.',
  'There is money for walls but never for the person who opens the door in the morning.',
]
export const DENSE = 'dense'
type Coded = { codeId: number; coderId: number; start: number; end: number }

/** A project `dense`: source 1 crowded (six codings on a line, eight over one passage, two coders alike), 2 not coded, 3 usual, and 4 long if wished. */
export async function writeDenseStudy(folder: string, long?: { paragraphs: number; codings: number }): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const house = await openHouse(join(folder, 'utsaga.sqlite'))
  await perform(house.write, { projectId: null, actorId: 1, kind: 'create-project' }, async (ledger) => {
    const projectId = await ledger.insert('project', { guid: crypto.randomUUID(), slug: DENSE, name: 'Dense', language: 'en', made_at: AT })
    const otherId = await ledger.insert('coder', { guid: crypto.randomUUID(), name: 'Berit Klang', made_at: AT })
    const codes = await writeCodes(ledger, projectId)
    const source = (position: number, lines: string[], coded: Coded[]) => writeSource(ledger, { projectId, position, lines, coded })
    const crowd = crowded(codes, [1, otherId])
    await source(1, crowd.lines, crowd.coded)
    await source(2, said(12), [])
    const usual = said(40)
    await source(3, usual, scattered(usual, codes, [1, otherId], 25))
    const many = said(long?.paragraphs ?? 0)
    if (long) await source(4, many, scattered(many, codes, [1, otherId], long.codings))
  })
  await house.close()
}

async function writeCodes(ledger: Ledger, project_id: number): Promise<number[]> {
  const ids: number[] = []
  const code = async (label: string, position: number, parent_id: number | null) => {
    ids.push(await ledger.insert('code', { guid: crypto.randomUUID(), project_id, parent_id, label, position, color: null, made_at: AT, retired_at: null }))
    return ids.at(-1)!
  }
  for (const [at, theme] of THEMES.entries()) {
    const parent = await code(theme, at + 1, null)
    for (const [nth, label] of CODES.entries()) await code(label, nth + 1, parent)
  }
  return ids
}

/** Paragraphs of two to seven sentences; every fourth is a short question. */
function said(paragraphs: number): string[] {
  return Array.from({ length: paragraphs }, (_, nth) =>
    nth % 4 === 0 ? 'And how did that begin?' : Array.from({ length: 2 + ((nth * 5) % 6) }, (_, at) => SENTENCES[(nth + at) % SENTENCES.length]).join(' '),
  )
}

function crowded(codes: number[], coders: number[]): { lines: string[]; coded: Coded[] } {
  const lines = ['One short line.', 'Another short line here.', SENTENCES.join(' '), SENTENCES.slice(0, 2).join(' '), 'A last short one.', ...said(12)]
  const coded: Coded[] = []
  const at = startsOf(lines)
  const put = (line: number, code: number, coder: number, from = 0, to = lines[line]!.length) =>
    coded.push({ codeId: codes[code]!, coderId: coders[coder]!, start: at[line]! + from, end: at[line]! + to })
  for (const line of [0, 1, 4]) for (let nth = 0; nth < 6; nth++) put(line, nth * 4, nth % 2)
  for (let nth = 0; nth < 8; nth++) put(2, nth * 3, nth % 2, nth * 9, 180 + nth * 12)
  for (const coder of [0, 1]) put(3, 7, coder, coder * 10, 90)
  for (const nth of [1, 2]) put(3, nth, nth % 2, 60, 150)
  for (let nth = 0; nth < 12; nth++) put(6 + (nth % 8), (nth * 7) % codes.length, nth % 2, 0, 60)
  return { lines, coded }
}

/** Codings of half a line to four lines, evenly over the text. */
function scattered(lines: string[], codes: number[], coders: number[], count: number): Coded[] {
  const length = lines.join('\n').length
  return Array.from({ length: count }, (_, nth) => {
    const start = Math.floor((nth * (length - 400)) / count)
    return { codeId: codes[(nth * 7) % codes.length]!, coderId: coders[nth % 2]!, start, end: start + 40 + ((nth * 61) % 240) }
  })
}

function startsOf(lines: string[]): number[] {
  const starts = [0]
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1)
  return starts
}

type Written = { projectId: number; position: number; lines: string[]; coded: Coded[] }
async function writeSource(ledger: Ledger, { projectId, position, lines, coded }: Written): Promise<void> {
  const guid = crypto.randomUUID()
  const versionId = await keepVersion(ledger.trx, { sourceGuid: guid, number: 1, text: lines.join('\n'), actId: ledger.actId })
  const kept = { version_id: versionId, original_id: null, original_name: null, made_at: AT }
  const sourceId = await ledger.insert('source', {
    guid,
    project_id: projectId,
    title: `Talk ${position}`,
    kind: 'interview',
    language: 'en',
    position,
    ...kept,
  })
  const quotations = new Map<string, number>()
  for (const { codeId, coderId, start, end } of coded) {
    const place = `${start}-${end}`
    const known = quotations.get(place)
    const quotationId = known ?? (await ledger.insert('quotation', { guid: crypto.randomUUID(), source_id: sourceId, start_offset: start, end_offset: end }))
    quotations.set(place, quotationId)
    const made = { quotation_id: quotationId, code_id: codeId, coder_id: coderId, made_by: 'person' as const, made_at: AT }
    await ledger.insert('coding', { guid: crypto.randomUUID(), ...made })
  }
}
