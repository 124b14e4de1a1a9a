import { isEverydayWord } from '../../domain/stop-words/stop-words.ts'
import type { NamePlace, NameRule } from '../../domain/veil.ts'
import { veilParts } from '../../domain/veil.ts'
import type { Db } from '../../storage/schema.ts'
import { listSources } from '../../storage/sources.ts'
import { listSourceCases, listStudyCases } from '../../storage/study-cases.ts'
import { type InterfaceLanguage, sayIn } from '../../texts/catalogue.ts'
import type { AttributeChoice } from './choose-attributes.ts'

/** Letters and digits from which on a name or a value is looked for in a title. */
const LEAST = 3
type Ground = {
  projectId: number
  language: InterfaceLanguage
  decided: readonly (NameRule & { caseGuid: string | null })[]
  places: (text: string) => readonly NamePlace[]
  attributes: readonly AttributeChoice[]
}

/** What stands for the titles and names of files in which a name would still be read, in other capitals or accents, or a value that is left out: what their cases are called, else a number. */
export async function veiledTitles(db: Db, { projectId, language, decided, places, attributes }: Ground): Promise<Map<string, string>> {
  const sources = await listSources(db, projectId)
  const links = await listSourceCases(db, projectId)
  const cases = await listStudyCases(db, projectId)
  const out = attributes.filter(({ kept }) => !kept)
  const values = cases.flatMap((one) => out.flatMap(({ id }) => folded(one.values.get(id) ?? '')))
  const stays = new Set(decided.filter(({ replacement }) => replacement === null).map(({ name }) => folded(name)))
  const names = decided.filter(({ replacement }) => replacement !== null).map(({ name }) => folded(name))
  const told = [...names.filter((name) => !stays.has(name) && !isEverydayWord(name)), ...values].filter((one) => one.replaceAll(' ', '').length >= LEAST)
  const callOf = new Map(cases.map(({ id, guid, name }) => [id, decided.find(({ caseGuid }) => caseGuid === guid)?.replacement ?? name]))
  const called = new Map<string, number>()
  const titles = new Map<string, string>()
  for (const [at, { id, title, originalName }] of sources.entries()) {
    const telling = [title, originalName ?? ''].filter((one) => one !== '' && tells(one, told, places))
    if (telling.length === 0) continue
    const own = links.filter(({ sourceId }) => sourceId === id).map(({ caseId }) => callOf.get(caseId)!)
    const put = own.join(', ') || sayIn(language)('publish.source-number', { number: `${at + 1}` })
    const n = (called.get(put) ?? 0) + 1
    called.set(put, n)
    for (const one of telling) titles.set(one, `${put}${n > 1 ? ` (${n})` : ''}${one === title ? '' : (/\.\w{1,5}$/.exec(one)?.[0] ?? '')}`)
  }
  return titles
}

function tells(title: string, told: readonly string[], places: Ground['places']): boolean {
  const [said = ''] = veilParts([title], places(title))
  return told.some((one) => ` ${folded(said)} `.includes(` ${one} `))
}

/** Words alone, in small letters without accents. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
