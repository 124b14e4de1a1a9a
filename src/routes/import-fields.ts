import { z } from 'zod'
import type { ReadingFields, SharedFields, SpeakerFields } from '../domain/reading-wish.ts'
import { Refusal } from '../domain/refusal.ts'
import { sourceKinds, sourceLanguages } from '../domain/source.ts'
import type { SourceFields } from '../domain/source-wish.ts'
import type { DraftForm } from '../services/imports/settle-draft.ts'

/**
 * The form of a draft. `file.3` says that file 3 is in it; `keep.3` that it is wanted. Of its first source: `title.3.0` `case.3.0`
 * `language.3.0` `kind.3.0`, and `keep.3.0` where the file has several. How it is read: `encoding.3` `split.3` `pattern.3` `table.3`,
 * `edits.3` the edits shown and `edit.3.KEY` those wanted, `label.3.0` `name.3.0` `role.3.0` `everywhere.3.0` its first label.
 * `all-label.0` `all-name.0` `all.0`: the first label that several files share.
 */
export const draftFields = z.record(z.string(), z.string())
type Fields = z.infer<typeof draftFields>

const name = z.string().trim().max(200)
const language = z.enum(sourceLanguages)
const kind = z.enum(sourceKinds)
const taken = z.enum(['interviewer', 'informant', 'other', 'nobody'])
const takenOrNot = z.enum(['interviewer', 'informant', 'other', 'nobody', ''])
const split = z.enum(['auto', 'none', 'pattern'])
const table = z.enum(['', 'rows', 'questions', 'cases'])
const encoding = z.string().regex(/^[a-z0-9_-]{0,40}$/i)

/** What the form of a draft says. Anything malformed is refused. */
export function draftFormOf(fields: Fields): DraftForm {
  const ns = numbersIn(fields, /^file\.(\d{1,4})$/)
  return {
    keep: new Map(ns.map((n) => [n, `keep.${n}` in fields])),
    sources: new Map(ns.map((n) => [n, sourceFieldsOf(fields, n)])),
    readings: new Map(ns.flatMap((n) => (`split.${n}` in fields || `table.${n}` in fields ? [[n, readingFieldsOf(fields, n)] as const] : []))),
    shared: numbersIn(fields, /^all-label\.(\d{1,4})$/).map((at) => sharedFieldsOf(fields, at)),
  }
}

/** What a form says of the sources of one file that it shows, by their places in the file. */
export function sourceFieldsOf(fields: Fields, n: number): Map<number, SourceFields> {
  const nths = numbersIn(fields, new RegExp(`^title\\.${n}\\.(\\d{1,6})$`))
  return new Map(nths.map((nth) => [nth, sourceOf(fields, `${n}.${nth}`)]))
}

/** The page of a file that a form is left for, under the file's own address; null where it is not left. */
export function leftFor({ to }: Fields): string | null {
  return to !== undefined && /^(texts\/\d{1,6}|sources|repairs\?kind=[a-z-]{1,40})$/.test(to) ? to : null
}

/** Which edits, or kinds of them, a form shows, and whether each is wanted. */
export function madeOf(fields: Fields, n: number): Map<string, boolean> {
  const shown = (fields[`edits.${n}`] ?? '').split(' ').filter((key) => /^[a-z-]+(:\d+)?$/.test(key))
  return new Map(shown.map((key) => [key, `edit.${n}.${key}` in fields]))
}

function sourceOf(fields: Fields, of: string): SourceFields {
  const caseName = read(fields, `case.${of}`, name)
  return {
    keep: `keep.${of}` in fields || !(`part.${of}` in fields),
    title: read(fields, `title.${of}`, name),
    caseName: caseName === '' ? null : caseName,
    language: read(fields, `language.${of}`, language),
    kind: read(fields, `kind.${of}`, kind),
  }
}

function readingFieldsOf(fields: Fields, n: number): ReadingFields {
  const how = `split.${n}` in fields ? read(fields, `split.${n}`, split) : 'auto'
  const rows = numbersIn(fields, new RegExp(`^label\\.${n}\\.(\\d{1,4})$`))
  return {
    encoding: read(fields, `encoding.${n}`, encoding.default('')) || null,
    split: how === 'pattern' ? { pattern: read(fields, `pattern.${n}`, z.string().min(1).max(400)) } : how,
    table: read(fields, `table.${n}`, table.default('')) || null,
    made: madeOf(fields, n),
    speakers: rows.map((at) => speakerOf(fields, `${n}.${at}`)),
  }
}

function speakerOf(fields: Fields, of: string): SpeakerFields {
  const label = fields[`label.${of}`]!
  const everywhere = `everywhere.${of}` in fields
  return { label, name: read(fields, `name.${of}`, name.default('')), taken: read(fields, `role.${of}`, taken), everywhere }
}

function sharedFieldsOf(fields: Fields, at: number): SharedFields {
  const role = read(fields, `all.${at}`, takenOrNot.default(''))
  return { shown: fields[`all-label.${at}`]!, name: read(fields, `all-name.${at}`, name.default('')), taken: role === '' ? null : role }
}

function numbersIn(fields: Fields, pattern: RegExp): number[] {
  return Object.keys(fields).flatMap((field) => {
    const found = pattern.exec(field)?.[1]
    return found === undefined ? [] : [Number(found)]
  })
}

function read<T>(fields: Fields, field: string, shape: z.ZodType<T>): T {
  const result = shape.safeParse(fields[field])
  if (!result.success) throw new Refusal('invalid', 'refusal.malformed', { field })
  return result.data
}
