import type { SpeakerRole } from './source.ts'

const interviewers =
  'intervjuare intervjuaren interviewer int intv intervj i q fråga fr intervjuer intervjueren intervjuar intervjuaren moderator moderatorn samtalsledare ' +
  'samtalsledaren forskare forskaren forsker forskeren forskar researcher facilitator facilitatorn ordstyrer ordstyrar spørsmål spørjar spm question'
const informants =
  'informant informanten inf respondent respondenten resp r ip ipn intervjuperson intervjupersonen svar svarande answer interviewee participant ' +
  'deltagare deltagaren deltaker deltakar deltakeren a'
const others = 'speaker talare taler talar person röst voice man kvinna mann kvinne woman'
const roles = new Map<string, SpeakerRole>([
  ...interviewers.split(' ').map((word) => [word, 'interviewer'] as const),
  ...informants.split(' ').map((word) => [word, 'informant'] as const),
  ...others.split(' ').map((word) => [word, 'other'] as const),
])

/** What a label says of its speaker by itself: "Informant 3", "IP2", "Int.", "Anna (I)". Undefined where it is a name, or nothing we know. */
export function roleOfLabel(label: string): SpeakerRole | undefined {
  const aside = /^(.*?)\s*\(([^()]+)\)$/.exec(label)
  if (aside) return roleOfLabel(aside[1]!) ?? roleOfLabel(aside[2]!)
  const word = label
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/[\s_-]*(\d{1,3}|[a-h])$/, (tail, mark: string) => (/\d/.test(mark) || /^[\s_-]/.test(tail) ? '' : tail))
  return roles.get(word)
}

/** Recurring words before a colon that head a line of facts or an aside, and are nobody. */
const HEADS = new Set(
  (
    'datum tid plats längd obs ps ex exempel källa not notering kommentar tema avsnitt del kapitel rubrik kommun region ort intervju interview fil sida namn roll ' +
    'ålder kön projekt bilaga figur tabell steg punkt alltså dvs nb date time place duration length note example source comment theme section part chapter page file ' +
    'name role age gender project appendix figure table step dato sted varighet merknad eksempel kilde seksjon side navn alder kjønn prosjekt http https ftp mailto tel e-post epost mail'
  ).split(' '),
)

/** Whether a label heads a line of facts ("Datum:", "Tema 2:") and is no speaker. */
export function isHeadOfFacts(label: string): boolean {
  return HEADS.has(label.toLowerCase().replace(/[\s.]*\d*$/, ''))
}

/** What transcribers put in brackets that is nobody: [skratt], [paus 3 s], [inaudible]. */
export function isTranscriptionNote(words: string): boolean {
  return /^(skratt|paus|ohör|tyst|hummar|harklar|suck|avbr|telefon|laugh|pause|inaud|unclear|silence|crosstalk|sigh|cough|noise|latter|ler|uhør|stille|kremt|sukk|utydelig|oklar|otydlig|\.)/i.test(
    words,
  )
}
