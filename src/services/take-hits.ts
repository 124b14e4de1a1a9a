import { exportFormats } from '../domain/export-format.ts'
import type { LineOrder } from '../domain/kwic-order.ts'
import { querySaid } from '../domain/query-sentence.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Searcher } from '../search/searcher.ts'
import type { House } from '../storage/open.ts'
import type { Say } from '../texts/catalogue.ts'
import { sayNote, sayProblem } from '../texts/problem-sentences.ts'
import type { Pool } from '../workers/pool.ts'
import type { HitFormat } from './exports/export-hits.ts'
import type { ExportFile } from './exports/export-input.ts'
import { searchProject } from './search-project.ts'

type Rooms = { house: House; pool: Pool; searcher: Searcher }
type Wish = { project: { id: number; slug: string }; query: string; order: LineOrder; format: HitFormat }
const MOST = 1000

/** The lines of a search as a file, each place of the first thousand hits; of more, it says so. Refused where the search asks for nothing. */
export async function takeHits(rooms: Rooms, { project, query, order, format }: Wish, say: Say): Promise<ExportFile> {
  const found = await searchProject(rooms, { projectId: project.id, query, limit: MOST, order, eachPlace: true })
  const { tree, problems } = found.query
  if (!tree) throw new Refusal('invalid', 'search.problem-no-words')
  const rows = found.lines.map(({ source, cases, under, paragraph, kwic: { left, key, right }, codes, start, end }) => {
    return { source, case: cases, under, paragraph, left, key, right, codes: codes.map((code) => `${code.key} ${code.label}`), start, end }
  })
  const counted = say(`search.count-${found.spread.kind}`, { n: found.total, hit: found.spread.hit, of: found.spread.of })
  const cut = found.total > MOST ? `${say('search.shown', { shown: MOST, n: found.total })}.` : ''
  const each = rows.length === found.total ? '' : `${say('search.each-place', { n: rows.length })}.`
  const said = [counted, cut, each].filter(Boolean).join(' ')
  const title = say('search.title', { query: query.trim().slice(0, 200) })
  const alike = new Set(found.notes.flatMap((note) => (note.kind === 'alike' ? [note.word] : [])))
  const sentence = querySaid(tree, { say, names: found.names, alike })
  const understood = [sentence, ...problems.map((one) => sayProblem(one, say)), ...found.notes.map((one) => sayNote(one, say))].filter(Boolean).join(' ')
  const spread = { hits: found.total, ...found.spread }
  const paragraph = say('search.place', { number: '#' })
  const bytes = await rooms.pool.run('hits', { format, title, query: query.trim(), understood, found: said, spread, paragraph, rows }, { seconds: 60 })
  return { bytes, mediaType: exportFormats[format].mediaType, fileName: `${project.slug}-hits.${format}` }
}
