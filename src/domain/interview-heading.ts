const KIND = '(?:(?:telefon|djup|dybde|grupp|gruppe|ekspert|expert)?inter(?:vju|view)|informant|respondent|fokusgrupp(?:e)?|focus group|samtal[e]?|transkript(?:ion|et)?|transcript(?:ion)?|intervjuperson|deltagare|deltaker|participant|interviewee)'
const LEAD = '(?:(?:bilaga|vedlegg|bilag|appendix|annex|del|part|kapittel|kapitel|chapter)\\s+[\\p{Lu}\\d][\\p{L}\\d.]{0,3}\\s*[:.–—-]\\s*)?'
const NUMBER = '(?:(?:nr\\.?|nummer|number|no\\.?|#)\\s*)?(?:\\p{Lu}{0,2}-?\\d{1,3}|[\\p{Lu}](?![\\p{L}]))'
const NUMBERED = new RegExp(`^${LEAD}${KIND}(?:et|en|er)?\\s+${NUMBER}(?:\\s*[:.–—-]\\s*|\\s+\\(|\\s*,|\\s*$)`, 'iu')
const WITH = new RegExp(`^${LEAD}${KIND}\\s+(?:med|with|av|of|hos|ved)\\s+\\S`, 'iu')
const LONGEST = 160

/** Whether a line heads an interview in a file of several: "Intervju K2: ...", "Informant 4", "Bilaga 2: Intervju med ...". */
export function isInterviewHeading(line: string): boolean {
  if (line.length > LONGEST || /^\p{Ll}|[?!]$/u.test(line)) return false
  return NUMBERED.test(line) || (WITH.test(line) && !/[.,;]$/.test(line))
}
