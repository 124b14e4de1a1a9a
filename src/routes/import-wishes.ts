import { z } from 'zod'
import type { FileWish, SharedSpeaker } from '../domain/import-draft.ts'
import { Refusal } from '../domain/refusal.ts'
import { type SpeakerRole, sourceKinds, sourceLanguages } from '../domain/source.ts'

/** The form of a draft: `keep.3` `case.3` `language.3` `kind.3` for file 3, `role.3.0` for its first speaker, `all.0` for the first shared one. */
export const confirmationFields = z.record(z.string(), z.string())
type Fields = z.infer<typeof confirmationFields>

const role = z.enum(['interviewer', 'informant', 'other'])
const caseName = z.string().trim().max(200)
const language = z.enum(sourceLanguages)
const kind = z.enum(sourceKinds)

/** What the form asks of each file that is ticked, by its number. Anything malformed is refused. */
export function wishesOf(fields: Fields): Map<number, FileWish> {
  const wishes = new Map<number, FileWish>()
  for (const field of Object.keys(fields)) {
    const n = /^keep\.(\d{1,4})$/.exec(field)?.[1]
    if (n === undefined) continue
    const name = read(fields, `case.${n}`, caseName)
    const wish = { keep: true, caseName: name === '' ? null : name, language: read(fields, `language.${n}`, language), kind: read(fields, `kind.${n}`, kind) }
    wishes.set(Number(n), { ...wish, roles: rolesOf(fields, n) })
  }
  return wishes
}

function rolesOf(fields: Fields, n: string): SpeakerRole[] {
  const roles: SpeakerRole[] = []
  for (let at = 0; `role.${n}.${at}` in fields; at++) roles.push(read(fields, `role.${n}.${at}`, role))
  return roles
}

/** Roles chosen once for a label in all files; an empty choice leaves each file as it is. */
export function sharedRolesOf(fields: Fields, shared: readonly SharedSpeaker[]): Map<string, SpeakerRole> {
  const chosen = shared.flatMap(({ key }, at) => (fields[`all.${at}`] ? [[key, read(fields, `all.${at}`, role)] as const] : []))
  return new Map(chosen)
}

function read<T>(fields: Fields, field: string, shape: z.ZodType<T>): T {
  const result = shape.safeParse(fields[field])
  if (!result.success) throw new Refusal('invalid', 'refusal.malformed', { field })
  return result.data
}
