import { type Block, type MarginNote, mapWords } from '../../domain/document.ts'
import { Refusal } from '../../domain/refusal.ts'
import { slugOf } from '../../domain/slug.ts'
import type { TableCell } from '../../domain/table.ts'
import { type Veil, veilParts } from '../../domain/veil.ts'
import type { Db } from '../../storage/schema.ts'
import type { ExportInput, ExportMaker } from './export-input.ts'
import { refuseLeftOut } from './refuse-left-out.ts'
import type { Rows } from './table-files.ts'
import { listed, readVeiling } from './veiling.ts'

/** What a file is called where its project's name would tell a real one. */
const NEUTRAL = 'project'
const veilers = new WeakSet<ExportMaker>()

/** Says of a maker that it puts pseudonyms in, and looks for names that would be left. */
export function veils<M extends ExportMaker>(maker: M): M {
  veilers.add(maker)
  return maker
}

export function canVeil(maker: ExportMaker): boolean {
  return veilers.has(maker)
}

/** Words as they may leave: refused, with a list, where a name of the register would still be read in any of them. */
class Way {
  readonly #veil: Veil
  readonly #left = new Map<string, number>()
  constructor(veil: Veil) {
    this.#veil = veil
  }
  words(text: string): string {
    return this.parts([text])[0]!
  }
  parts(parts: readonly string[]): string[] {
    const said = veilParts(parts, this.#veil.places(parts.join('')))
    this.look(said.join(''))
    return said
  }
  /** Words that leave as they are. */
  look(text: string): void {
    for (const word of this.#veil.left(text)) this.#left.set(word, (this.#left.get(word) ?? 0) + 1)
  }
  close(): void {
    if (this.#left.size === 0) return
    const names = [...this.#left].sort(([, a], [, b]) => b - a).map(([word, n]) => `${word} (${n})`)
    throw new Refusal('conflict', 'refusal.real-names', { n: names.length, names: listed(names) })
  }
}

/** A table as it may leave. */
export async function veiledTable(db: Db, input: ExportInput, table: Rows): Promise<Rows> {
  const veil = (await readVeiling(db, input))?.veil
  if (!veil) return table
  const way = new Way(veil)
  const cell = (value: TableCell) => (typeof value === 'string' ? way.words(value) : value)
  const veiled = { ...table, columns: table.columns.map((name) => way.words(name)), rows: Array.from(table.rows, (row) => row.map(cell)) }
  way.close()
  return veiled
}

/** Any value of JSON as it may leave. */
export async function veiledJson(db: Db, input: ExportInput, value: unknown): Promise<unknown> {
  const veil = (await readVeiling(db, input))?.veil
  if (!veil) return value
  const way = new Way(veil)
  const veiled = inWords(JSON.parse(JSON.stringify(value)), (text) => way.words(text))
  way.close()
  return veiled
}

/** Names of values are words as well: an attribute may be called by a town. */
function inWords(value: unknown, say: (text: string) => string): unknown {
  if (typeof value === 'string') return say(value)
  if (Array.isArray(value)) return value.map((one) => inWords(one, say))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [say(name), inWords(one, say)]))
}

/** A document and its notes as they may leave. */
export async function veiledDocument<D extends { blocks: readonly Block[]; notes?: readonly MarginNote[] }>(
  db: Db,
  input: ExportInput,
  document: D,
): Promise<D> {
  const veil = (await readVeiling(db, input))?.veil
  if (!veil) return document
  const way = new Way(veil)
  const words = (text: string) => way.words(text)
  const notes = document.notes?.map((note) => ({ ...note, by: words(note.by), text: words(note.text) }))
  const veiled = { ...document, blocks: mapWords(document.blocks, (parts) => way.parts(parts)), ...(notes && { notes }) }
  way.close()
  return veiled
}

/** What a picture says: `put` replaces the names in a label before it is laid out, and `look` refuses, with a list, where one is left in what is drawn and told of it. */
export type Worded = { readonly put: (label: string) => string; readonly look: (drawn: readonly string[]) => void }

export async function worded(db: Db, input: ExportInput): Promise<Worded> {
  const veil = (await readVeiling(db, input))?.veil
  if (!veil) return { put: (label) => label, look: () => {} }
  const put = (label: string) => new Way(veil).words(label)
  return {
    put,
    look: (drawn) => {
      const way = new Way(veil)
      for (const text of drawn) way.look(text)
      way.close()
    },
  }
}

/** An export with what it does with names, and the project's name, also in addresses, as it may leave. */
export async function withVeiling(db: Db, input: ExportInput): Promise<ExportInput> {
  const veiling = await readVeiling(db, input)
  if (!veiling || input.veiling) return input
  await refuseLeftOut(db, { ...input, veiling })
  const name = new Way(veiling.veil).words(input.project.name)
  return { ...input, veiling, project: { ...input.project, name, slug: veiling.veil.readIn(slugOf(name)) ? NEUTRAL : slugOf(name) } }
}

/** A text as it may leave. */
export async function veiledText(db: Db, input: ExportInput, text: string): Promise<string> {
  const veil = (await readVeiling(db, input))?.veil
  if (!veil) return text
  const way = new Way(veil)
  const said = way.words(text)
  way.close()
  return said
}
