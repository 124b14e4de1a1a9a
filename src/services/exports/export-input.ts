import type { ExchangeLoss } from '../../domain/exchanged.ts'
import type { SourceLanguage } from '../../domain/source.ts'
import type { Veil } from '../../domain/veil.ts'
import type { Db } from '../../storage/schema.ts'
import type { InterfaceLanguage } from '../../texts/catalogue.ts'
import type { AttributeChoice } from './choose-attributes.ts'

/** What is asked for: a project, the filter in its text form ('' for all), the language of labels, and what else the maker knows (`columns`, `of` …). */
export type ExportInput = {
  project: { id: number; slug: string; name: string; language?: SourceLanguage | undefined }
  filter: string
  language: InterfaceLanguage
  options: Readonly<Record<string, string>>
  /** What is done with names, once it is found: where the export begins. */
  veiling?: Veiling | undefined
}
/** `undecided`: where names are replaced, how many likely ones nobody has decided of. */
type Named = { mediaType: string; fileName: string; undecided?: number }
/** `losses`: what the format had no place for. */
export type ExportFile = Named & { bytes: Uint8Array | string; losses?: readonly ExchangeLoss[] }
/** A file as it comes: its pieces are made while they are sent. */
export type ExportStream = Named & { pieces: Iterable<string> | AsyncIterable<Uint8Array | string> }
/** Makes one file from what stands in the database. Runs in a worker thread; refuses a wrong filter before the first piece. */
export type ExportMaker = (db: Db, input: ExportInput) => Promise<ExportFile | ExportStream>

/** What one export with pseudonyms does: what stands for names, what stands for titles that tell who a case is, the likely names that nobody has decided of, what coders are called, and which attributes of cases go with it. */
export type Veiling = {
  readonly veil: Veil
  readonly titles: ReadonlyMap<string, string>
  readonly undecided: readonly string[]
  readonly coders: ReadonlyMap<string, string>
  readonly attributes: readonly AttributeChoice[]
}

/** Is this option of an export said? */
export function isOn(option: string | undefined): boolean {
  return ['1', 'true', 'yes', 'on'].includes(option ?? '')
}
