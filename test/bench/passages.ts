import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { Chance } from './chance.ts'

export type DrawnPassage = { sourceId: number; start: number; end: number }

/** Draws passages of a corpus, or of one of its sources, that begin and end with words, so that what is stored is what was asked for. Lengths in UTF-16 units. */
export function passagesOf(folder: string, onlySource: number | null = null): (chance: Chance, from: number, to: number) => DrawnPassage {
  const sqlite = new SQLite(join(folder, 'utsaga.sqlite'), { readonly: true })
  const query = 'select source.id, text from source join source_version on source_version.id = version_id where source.id = coalesce(?, source.id)'
  const sources = sqlite.prepare(query).all(onlySource) as { id: number; text: string }[]
  sqlite.close()
  const draw = (chance: Chance, from: number, to: number): DrawnPassage => {
    const { id, text } = chance.pick(sources)
    const start = text.indexOf(' ', chance.whole(0, text.length - to - 100)) + 1
    const end = text.indexOf(' ', start + chance.whole(from, to))
    // A speaker's label at an edge is left out of a coding: such a passage would not be kept as it was drawn.
    return SPEAKER_AT_EDGE.test(text.slice(start, end)) ? draw(chance, from, to) : { sourceId: id, start, end }
  }
  return draw
}
const SPEAKER_AT_EDGE = /^(Intervjuare|Informant):|(Intervjuare|Informant):$|^\s|\s$/
