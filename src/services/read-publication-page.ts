import { citationFields } from '../domain/citation.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { listCountedAttributes } from '../storage/counted-cases.ts'
import type { House } from '../storage/open.ts'
import { listSelected } from '../storage/quotations.ts'
import type { InterfaceLanguage } from '../texts/catalogue.ts'
import { readPattern } from './citation-pattern.ts'
import { chooseAttributes } from './exports/choose-attributes.ts'
import { publishOne } from './exports/published-quotations.ts'
import { readRegister } from './read-pseudonyms.ts'
import { selectCodings } from './select-codings.ts'

/** What the page of publication shows: the pattern of references with an example, how many cases have no pseudonym yet, whether anything is decided of names, and which attributes leave with pseudonyms unless chosen otherwise. */
export async function readPublicationPage(house: House, wish: { projectId: number; filter: string; language: InterfaceLanguage }) {
  const db = house.read
  const { projectId, language } = wish
  const [first] = await listSelected(db, await selectCodings(db, projectId, parseFilter(wish.filter)))
  const { cases, open, lines } = await readRegister(db, projectId)
  return {
    filter: wish.filter,
    pattern: await readPattern(db, projectId, language),
    ...fieldsOf((await listCountedAttributes(db, projectId)).map(({ name }) => name)),
    example: first ? (await publishOne(db, { projectId, language }, first)).reference : null,
    cases: cases.length,
    open,
    begun: lines !== '' || open < cases.length,
    attributes: await chooseAttributes(db, projectId),
  }
}

/** What a pattern may name, each once, and which of them are attributes of the project that go before a word of ours. */
function fieldsOf(attributes: readonly string[]): { fields: string[]; taken: string[] } {
  const known: ReadonlySet<string> = new Set(citationFields)
  const taken = attributes.filter((name) => known.has(name.toLocaleLowerCase('sv')))
  return { fields: [...citationFields, ...attributes.filter((name) => !taken.includes(name))], taken }
}
