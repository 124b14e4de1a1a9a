/**
 * What a heading of an interview says: what it calls it, the number or letter that tells it from the others (null where a name
 * does), and the rest. `told` is what tells them apart, in lower case.
 */
export type InterviewHeading = { readonly kind: string; readonly number: string | null; readonly rest: string; readonly told: string }

const TALKS =
  'intervju(?:et|en|ene|er)?|(?:telefon|djup|dybde|grupp|gruppe|ekspert|expert|elit|elite)intervju(?:et|en)?|(?:(?:phone|telephone|in-depth|group|expert)\\s+)?interview|' +
  'samtal(?:e|en)?|fokusgrupp(?:e|en|intervju)?|focus group|workshop|observation|observasjon|transkript(?:ion|et)?|transcript(?:ion)?|case'
const PERSONS = 'informant|respondent|intervjuperson|intervjuobjekt|deltagare|deltaker|deltakar|participant|interviewee'
const LEAD =
  '(?:#{1,6}\\s+|\\*{2})?(?:(?:bilaga|bilag|vedlegg|appendix|appendiks|annex|del|part)\\s+(?:[a-z]|[\\divx]{1,4})(?:\\.\\d{1,2})?\\s*[:.–—-]?\\s+|[\\divx]{1,4}\\.\\s+)?'
const NUMBER = '(?:(?:nr\\.?|nummer|number|no\\.?|#)\\s*)?((?:[a-zåäöæø]{1,2}-?)?\\d{1,3}|[a-zåäöæø])'
const SIGN = '(?:\\s*[:.]\\s+|\\s*[:–—]\\s*|\\s+-\\s+|\\s*-$|\\s*,\\s+|\\s+(?=\\()|\\s+|$)'
const NUMBERED = new RegExp(`^${LEAD}(${TALKS}|${PERSONS})\\s+${NUMBER}${SIGN}(.*)$`, 'iu')
const WITH = new RegExp(`^${LEAD}(${TALKS})\\s+(?:med|with|av|of|hos|ved)\\s+(\\S.*)$`, 'iu')
const person = new RegExp(`^(?:${PERSONS})$`, 'iu')

/** UTF-16 units of the longest line that heads an interview. */
const LONGEST = 160

/** What a line says that heads an interview in a file of several ("Intervju K2: ...", "Informant 4", "Bilaga 2: Intervju med ..."); null for any other line. */
export function readInterviewHeading(words: string): InterviewHeading | null {
  const line = words.trim().replace(/\*{2}$/, '')
  if (line.length > LONGEST || /^\p{Ll}|[?!;,]$|\.{4}/u.test(line)) return null
  return numbered(line) ?? named(line)
}

export function isInterviewHeading(words: string): boolean {
  return readInterviewHeading(words) !== null
}

function numbered(line: string): InterviewHeading | null {
  const found = NUMBERED.exec(line)
  if (!found) return null
  const [, kind, number, rest] = found as unknown as [string, string, string, string]
  const told = number.toLowerCase()
  if (rest === '') return { kind, number, rest, told }
  const parted =
    !/^\s*$/.test(line.slice(line.lastIndexOf(number, line.length - rest.length - 1) + number.length, line.length - rest.length)) || rest.startsWith('(')
  if (!parted && !/^["“”«(]?\p{Lu}/u.test(rest)) return null
  if (/[.:]$/.test(rest) && (person.test(kind) || rest.split(/\s+/).length > 12)) return null
  return { kind, number, rest: rest.replace(/[.:]$/, ''), told }
}

function named(line: string): InterviewHeading | null {
  const found = WITH.exec(line)
  if (!found || /[.:]$/.test(line) || line.length > LONGEST * 0.7) return null
  return { kind: found[1]!, number: null, rest: found[2]!, told: found[2]!.toLowerCase() }
}
