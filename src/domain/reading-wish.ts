import type { FileReading, ReadableFile } from './import-draft.ts'
import type { ReadOptions } from './read-options.ts'
import { fixOf, labelKey, type SpeakerRow, type TakenFor } from './speaker-rows.ts'

/** What a form says of how one file is to be read. `made`: kinds and keys of edits that were shown, and whether each is wanted. */
export type ReadingFields = Pick<ReadOptions, 'encoding' | 'split' | 'table'> & { made: ReadonlyMap<string, boolean>; speakers: readonly SpeakerFields[] }
/** A label, what it is to be called and taken for, and whether in all files of the draft. */
export type SpeakerFields = { label: string; name: string; taken: TakenFor; everywhere: boolean }
/** A name that several files show, set right in all of them; empty and null leave things as they are. */
export type SharedFields = { shown: string; name: string; taken: TakenFor | null }

/** How files are to be read after a form, against how they were shown; only those that are to be read otherwise. */
export function readingsWished(
  files: readonly ReadableFile[],
  filled: ReadonlyMap<number, ReadingFields>,
  shared: readonly SharedFields[] = [],
): Map<number, FileReading> {
  const wished = new Map<number, FileReading>()
  const everywhere = [...filled.values()].flatMap((fields) => fields.speakers.filter((speaker) => speaker.everywhere))
  for (const file of files) {
    const own = filled.get(file.n)
    let reading = own ? withFields(file, own) : file.reading
    for (const row of file.rows) reading = withFix(reading, row, changeOf(row, own, everywhere, shared))
    if (JSON.stringify(reading) !== JSON.stringify(file.reading)) wished.set(file.n, reading)
  }
  return wished
}

/** Whether a file would come out so differently that a person should see it again before it is kept. */
export function isOtherwise(before: ReadOptions, after: ReadOptions): boolean {
  const named = ({ encoding, split, table }: ReadOptions) => JSON.stringify([encoding, split, table])
  const nobodies = ({ speakers }: ReadOptions) =>
    Object.keys(speakers)
      .filter((key) => speakers[key]!.nobody)
      .sort()
  return named(before) !== named(after) || JSON.stringify(nobodies(before)) !== JSON.stringify(nobodies(after))
}

function withFields({ reading }: ReadableFile, { encoding, split, table, made }: ReadingFields): FileReading {
  const others = reading.options.refused.filter((key) => !made.has(key))
  const refused = [...others, ...[...made].filter(([, wanted]) => !wanted).map(([key]) => key)].sort()
  const same = JSON.stringify(refused) === JSON.stringify([...reading.options.refused].sort())
  return { ...reading, options: { ...reading.options, encoding, split, table, refused: same ? reading.options.refused : refused } }
}

/** The file's own row where it was changed; else what was set right in all files. */
function changeOf(
  row: SpeakerRow,
  own: ReadingFields | undefined,
  everywhere: readonly SpeakerFields[],
  shared: readonly SharedFields[],
): { name: string; taken: TakenFor } | undefined {
  const key = labelKey(row.label)
  const mine = own?.speakers.find((speaker) => labelKey(speaker.label) === key)
  if (mine && fixOf(row, mine)) return mine
  const all = everywhere.find((speaker) => labelKey(speaker.label) === key)
  if (all) return all
  const one = shared.find((speaker) => labelKey(speaker.shown) === labelKey(row.name))
  return one && { name: one.name || row.name, taken: one.taken ?? row.taken }
}

function withFix(reading: FileReading, row: SpeakerRow, change: { name: string; taken: TakenFor } | undefined): FileReading {
  const fix = change && fixOf(row, change)
  if (!fix) return reading
  const key = labelKey(row.label)
  return {
    options: { ...reading.options, speakers: { ...reading.options.speakers, [key]: fix } },
    labels: { ...reading.labels, [key]: row.label },
  }
}
