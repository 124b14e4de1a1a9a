import { caseNameOf } from './case-name.ts'
import { firstNames } from './first-names.ts'
import { type InterviewHeading, readInterviewHeading } from './interview-heading.ts'
import type { ReadAttribute } from './read-source.ts'
import type { SourceLanguage } from './source.ts'

const NAMES: Record<SourceLanguage, { role: string; place: string }> = {
  sv: { role: 'roll', place: 'plats' },
  nb: { role: 'rolle', place: 'sted' },
  nn: { role: 'rolle', place: 'stad' },
  en: { role: 'role', place: 'place' },
}
/** UTF-16 units of the longest role or place that is believed. */
const LONGEST = 80

const PLACE = /^["“«]?\p{Lu}/u
const MUNICIPALITY = /\s(?:kommun|kommune|municipality|fylke|fylkeskommune|län|region|county)$/i
const ARTICLE = /^(?:en|ett|ei|eit|et|the|an?)\s+/i

/**
 * What a heading or a file's name says of the case: "Intervju K2: Næringssjef i Ringstad kommune" is K2, with a role and a place
 * as attributes. A bare number is not a name ("Interview 3"); without a number the words are. A file's name is read as `caseNameOf` reads it.
 */
export function caseOfHeading(heading: string, language: SourceLanguage): { caseName: string; attributes: ReadAttribute[] } {
  const read = readInterviewHeading(heading)
  if (!read) return { caseName: caseNameOf(heading), attributes: [] }
  const { name, rest } = nameAndRole(read.rest)
  const { role, place } = roleAndPlace(rest)
  const names = NAMES[language]
  const attributes: ReadAttribute[] = []
  if (role) attributes.push({ name: names.role, type: 'category', value: role })
  if (place) attributes.push({ name: names.place, type: 'category', value: place })
  const isPlain = read.number === null || /^\d+$/.test(read.number) || read.number.length === 1
  return { caseName: name !== null && isPlain ? name : nameOf(read), attributes }
}

/** What a source's title says of its case, and where that names it only, what a heading in the first line of its text says of the same case. */
export function caseOfSource(title: string, text: string, language: SourceLanguage): { caseName: string; attributes: ReadAttribute[] } {
  const said = caseOfHeading(title, language)
  const first = /\S[^\n]{0,200}/.exec(text.slice(0, 1000))?.[0] ?? ''
  if (said.attributes.length > 0 || !readInterviewHeading(first)) return said
  const within = caseOfHeading(first, language)
  return within.caseName.toLowerCase() === said.caseName.toLowerCase() ? { ...said, attributes: within.attributes } : said
}

function nameOf({ kind, number, rest }: InterviewHeading): string {
  if (number === null) return upperFirst(rest.replace(ARTICLE, ''))
  return /^\d+$/.test(number) || number.length === 1 ? `${upperFirst(kind.toLowerCase())} ${number}` : number
}

/** "Fern Hill, community manager" and "Astrid Lund": a name is nobody's role. */
function nameAndRole(words: string): { name: string | null; rest: string } {
  const found = /^((?:\p{Lu}[\p{L}.'’-]*)(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})(?:\s*,\s+(\S.*))?$/u.exec(words.trim())
  if (!found) return { name: null, rest: words }
  const [, name = '', role = ''] = found
  const isSure = firstNames.has(name.split(/\s+/)[0]!) && (role !== '' || name.includes(' '))
  const isLikely = name.includes(' ') && /^\p{Ll}/u.test(role)
  return isSure || isLikely ? { name, rest: role } : { name: null, rest: words }
}

/** "Næringssjef i Ringstad", "kommunchef, Storvik": who, and where. What is neither plainly is left to the heading. */
function roleAndPlace(rest: string): { role: string | null; place: string | null } {
  const words = rest
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(ARTICLE, '')
    .trim()
  if (words === '' || words.length > 2 * LONGEST) return { role: null, place: null }
  if (MUNICIPALITY.test(words) && PLACE.test(words) && words.split(/\s+/).length <= 3) return { role: null, place: words }
  const at = partingOf(words)
  if (at) return { role: short(words.slice(0, at.start)), place: short(words.slice(at.end)) }
  return { role: /\s/.test(words) || /^\p{Ll}/u.test(words) ? short(words) : null, place: null }
}

/** The last preposition or comma that a name of a place follows. */
function partingOf(words: string): { start: number; end: number } | null {
  let parting: { start: number; end: number } | null = null
  for (const { 0: found, index } of words.matchAll(/\s+(?:i|på|in|at|ved|vid|hos|from|från|fra|of|for|för)\s+(?=\S)|\s*,\s+|\s+[–—-]\s+/giu))
    if (PLACE.test(words.slice(index + found.length))) parting = { start: index, end: index + found.length }
  return parting && parting.start > 0 ? parting : null
}

function short(words: string): string | null {
  const trimmed = words.trim()
  return trimmed !== '' && trimmed.length <= LONGEST ? trimmed : null
}

function upperFirst(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('sv') + words.slice(1)
}
