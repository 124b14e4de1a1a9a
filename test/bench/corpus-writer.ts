import SQLite from 'better-sqlite3'
import { countParagraphs } from '../../src/domain/paragraph.ts'
import { countWords } from '../../src/domain/word.ts'
import { type Chance, chanceOf } from './chance.ts'

type Values = Record<string, string | number | null>

/**
 * Writes rows by prepared statements, and beside them the acts and changes that the ledger would have written: a corpus of
 * 100,000 codings in seconds, with a history as long as a real one's.
 */
export class CorpusWriter {
  readonly #sqlite: SQLite.Database
  readonly #statements = new Map<string, SQLite.Statement>()
  readonly #chance: Chance = chanceOf(7)
  #actId = 0

  constructor(file: string) {
    this.#sqlite = new SQLite(file)
    this.#sqlite.pragma('journal_mode = WAL')
    this.#sqlite.pragma('synchronous = OFF')
    this.#sqlite.pragma('foreign_keys = ON')
    this.#sqlite.exec('begin')
  }

  /** Rows inserted after this belong to a new act. */
  act(projectId: number | null, actorId: number, kind: string, about: Values = {}): void {
    const values = { project_id: projectId, actor_id: actorId, kind, at: AT, about: JSON.stringify(about), undoes: null, undone_by: null }
    this.#actId = this.#write('act', values)
  }

  insert(table: string, values: Values): number {
    const id = this.#write(table, values)
    this.#write('change', { act_id: this.#actId, table_name: table, row_id: id, before: null, after: JSON.stringify({ id, ...values }) })
    return id
  }

  /** A text is no change: it is written once, beside them. */
  version(sourceGuid: string, text: string): number {
    const counts = { length: text.length, word_count: countWords(text), paragraph_count: countParagraphs(text) }
    return this.#write('source_version', { source_guid: sourceGuid, number: 1, text, ...counts, act_id: this.#actId })
  }

  guid(): string {
    const hex = () => this.#chance.whole(0, 0xffffffff).toString(16).padStart(8, '0')
    return `${hex()}-${hex().slice(4)}-4${hex().slice(5)}-8${hex().slice(5)}-${hex()}${hex().slice(4)}`
  }

  close(): void {
    this.#sqlite.exec('commit')
    this.#sqlite.exec('analyze')
    this.#sqlite.pragma('wal_checkpoint(truncate)')
    this.#sqlite.close()
  }

  #write(table: string, values: Values): number {
    const columns = Object.keys(values)
    const key = `${table} ${columns}`
    const statement =
      this.#statements.get(key) ?? this.#sqlite.prepare(`insert into "${table}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    this.#statements.set(key, statement)
    return Number(statement.run(...Object.values(values)).lastInsertRowid)
  }
}

export const AT = '2026-01-05T09:00:00.000Z'
