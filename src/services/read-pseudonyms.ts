import { type LikelyName, type NamesRead, readNames } from '../domain/likely-names.ts'
import { writePseudonymLines } from '../domain/pseudonym-lines.ts'
import { isHeadOfFacts, roleOfLabel } from '../domain/speaker-role.ts'
import { type NameRule, veilOf, veilParts } from '../domain/veil.ts'
import { listPseudonyms } from '../storage/pseudonyms.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources } from '../storage/sources.ts'
import { listProjectSpeakers } from '../storage/speakers.ts'
import { listStudyCases } from '../storage/study-cases.ts'

const AT_ONCE = 50
const SHOWN = 100

/** What is decided of a case: `replacement` undefined where nobody has said, null where its name may stay. */
type CaseName = { id: number; name: string; replacement: string | null | undefined }
/** The register of a project: its cases, and its other names as lines. `open`: how many cases nothing is decided of. */
export type Register = { cases: CaseName[]; lines: string; open: number }

export async function readRegister(db: Db, projectId: number): Promise<Register> {
  const kept = await listPseudonyms(db, projectId)
  const byCase = new Map(kept.map(({ caseGuid, replacement }) => [caseGuid, replacement]))
  const cases = (await listStudyCases(db, projectId)).map(({ id, name, guid }) => ({ id, name, replacement: byCase.get(guid) }))
  return {
    cases,
    lines: writePseudonymLines(kept.filter(({ caseGuid }) => caseGuid === null)),
    open: cases.filter(({ replacement }) => replacement === undefined).length,
  }
}

/** Names that nothing is decided of, likely by how they are written, in all that the project's sources say and are called. Takes its time where there is much to read. */
export async function findLikelyNames(db: Db, projectId: number): Promise<{ names: LikelyName[]; more: number }> {
  const decided = await listPseudonyms(db, projectId)
  const open = undecidedOf(await readNamesOf(db, projectId, decided), decided)
  return { names: open.slice(0, SHOWN), more: Math.max(0, open.length - SHOWN) }
}

/** What the project's sources say of names, in their texts and in what titles say beside names that are decided of. */
export async function readNamesOf(db: Db, projectId: number, decided: readonly NameRule[]): Promise<NamesRead> {
  const { places } = veilOf(decided)
  const sources = await listSources(db, projectId)
  // A title is no sentence: its first word may be a name as well as any.
  const texts: string[] = sources.map(
    ({ title }) =>
      `a ${
        veilParts(
          [title],
          places(title).map((one) => ({ ...one, put: '' })),
        )[0]
      }`,
  )
  for (let from = 0; from < sources.length; from += AT_ONCE) {
    const ids = sources.slice(from, from + AT_ONCE).map(({ id }) => id)
    texts.push(...(await textsOf(db, ids)).values())
  }
  const read = readNames(texts)
  return { ...read, names: withSpeakers(read.names, await listProjectSpeakers(db, projectId)) }
}

/** Who was found to speak is a likely name, however it is written, unless it is a word for a role (R, Moderator, Informant 3). */
function withSpeakers(names: readonly LikelyName[], speakers: readonly { label: string }[]): LikelyName[] {
  const there = new Set(names.map(({ name }) => name))
  const times = new Map<string, number>()
  for (const { label } of speakers) {
    const isNamed = /\p{L}{2}/u.test(label) && roleOfLabel(label) === undefined && !isHeadOfFacts(label)
    if (isNamed && !there.has(label)) times.set(label, (times.get(label) ?? 0) + 1)
  }
  return [...[...times].map(([name, n]) => ({ name, times: n, known: true, around: `${name}:` })), ...names]
}

/** Those of the likely names that nobody has decided of. */
export function undecidedOf({ names, isWord }: NamesRead, decided: readonly NameRule[]): LikelyName[] {
  const veil = veilOf(decided, isWord)
  const stays = new Set(decided.map(({ name }) => name))
  return names.filter(({ name }) => !stays.has(name) && !isCovered(name, veil.places(name)))
}

function isCovered(name: string, places: readonly { start: number; end: number }[]): boolean {
  return places.some(({ start, end }) => start === 0 && end === name.length)
}
