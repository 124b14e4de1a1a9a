import { answerStatuses } from './answer.ts'
import type { Clause } from './filter.ts'
import { findingStates } from './finding.ts'
import { matchKinds } from './match-kind.ts'
import { sourceKinds, sourceLanguages } from './source.ts'

/** The name of a condition: what stands before its colon. */
export type FilterKey = Exclude<Clause['key'], 'attribute' | 'words'>
/** Conditions of which the value is one of a few. */
type ChoiceKey = 'kind' | 'language' | 'role' | 'answer' | 'made' | 'state' | 'review' | 'match'
type Words = { readonly sv: readonly string[]; readonly nb: readonly string[]; readonly nn?: readonly string[] }
/** Between what may stand for each other, in each language; a word so named is one in small letters. */
export const OR_WORD = /(?:OR|ELLER)(?=[\s()]|$)/y
/** Before what is kept away, as its minus. */
export const NOT_WORD = /(?:NOT|INTE|IKKE|IKKJE)\s+(?=\S)(?!(?:OR|ELLER)(?:[\s()]|$)|\))/y

/** The languages that a reader may have, of which the first name of each is said back. */
type WordLanguage = 'sv' | 'en'

/** What each condition is also called, by language; nynorsk where it differs from bokmål. All are read whatever language the page is in; the English ones are what is kept. */
const keys: Readonly<Record<FilterKey, Words>> = {
  code: { sv: ['kod', 'tema'], nb: ['kode'] },
  case: { sv: ['fall', 'informant'], nb: ['kasus'] },
  source: { sv: ['källa'], nb: ['kilde'], nn: ['kjelde'] },
  speaker: { sv: ['talare'], nb: ['taler'], nn: ['talar'] },
  question: { sv: ['fråga'], nb: ['spørsmål'] },
  coder: { sv: ['kodare'], nb: ['koder'], nn: ['kodar'] },
  kind: { sv: ['slag', 'källslag'], nb: ['kildetype'], nn: ['kjeldetype'] },
  language: { sv: ['språk'], nb: ['språk'] },
  role: { sv: ['roll'], nb: ['rolle'] },
  answer: { sv: ['svar'], nb: ['svar'] },
  made: { sv: ['gjord'], nb: ['gjort'], nn: ['gjord'] },
  from: { sv: ['från'], nb: ['fra'], nn: ['frå'] },
  to: { sv: ['till'], nb: ['til'] },
  memo: { sv: ['memo'], nb: ['notat'] },
  state: { sv: ['fynd'], nb: ['funn'] },
  review: { sv: ['granskning'], nb: ['gjennomgang'] },
  set: { sv: ['urval'], nb: ['utvalg'], nn: ['utval'] },
  match: { sv: ['träff'], nb: ['treff'] },
}

const allowed: Readonly<Record<ChoiceKey, readonly string[]>> = {
  kind: sourceKinds,
  language: sourceLanguages,
  role: ['informant', 'interviewer', 'other'],
  answer: answerStatuses,
  made: ['person', 'rule', 'import'],
  state: [...findingStates, '*'],
  review: ['waiting', 'settled', '*'],
  match: matchKinds,
}

/** What each value is also called; the first is the Swedish that is said back. */
const values: Readonly<Record<ChoiceKey, Readonly<Record<string, readonly string[]>>>> = {
  kind: {
    interview: ['intervju'],
    'focus group': ['fokusgrupp', 'fokusgruppe', 'focus-group'],
    observation: ['observation', 'observasjon'],
    survey: ['enkät', 'spørreundersøkelse', 'spørjeundersøking'],
    report: ['rapport'],
    other: ['annat', 'annet', 'anna'],
  },
  language: { sv: ['svenska', 'svensk', 'Swedish'], nb: ['bokmål'], nn: ['nynorska', 'nynorsk'], en: ['engelska', 'engelsk', 'English'] },
  role: { informant: ['informant', 'informanten'], interviewer: ['intervjuare', 'intervjuaren', 'intervjuer', 'intervjuar'], other: ['annan', 'annen'] },
  answer: {
    answered: ['besvarad', 'besvart', 'svart'],
    unanswered: ['obesvarad', 'ubesvart', 'ikke svart'],
    dont_know: ['vet ej', 'vet inte', 'vet ikke', 'veit ikkje', 'don’t know', "don't know"],
    not_asked: ['ej tillfrågad', 'ikke spurt', 'ikkje spurd', 'not asked'],
    no_source: ['ingen källa', 'ingen kilde', 'inga kjelde', 'no source'],
  },
  made: { person: ['person', 'hand'], rule: ['regel'], import: ['import'] },
  state: { yes: ['ja'], no: ['nej', 'nei'], partly: ['delvis'] },
  review: { waiting: ['väntar', 'venter', 'ventar'], settled: ['lagd', 'lagt'] },
  match: {
    exact: ['exakt', 'eksakt'],
    stem: ['böjning', 'bøyning', 'bøying', 'inflection'],
    compound: ['sammansättning', 'sammensetning', 'samansetjing'],
    prefix: ['början', 'begynnelse', 'byrjing', 'beginning'],
    fuzzy: ['liknande', 'lignende', 'alike'],
  },
}

const keyOf = new Map<string, FilterKey>()
for (const [key, { sv, nb, nn = [] }] of Object.entries(keys) as [FilterKey, Words][]) for (const word of [...sv, ...nb, ...nn]) keyOf.set(word, key)
for (const key of Object.keys(keys) as FilterKey[]) keyOf.set(key, key)

/** The condition that a word before a colon names, in any of the languages; undefined where it names none, and may be an attribute. */
export function filterKeyOf(word: string): FilterKey | undefined {
  return keyOf.get(folded(word))
}

/** Whether a word is a condition's own key, and not only what it is called in another language: that may be the name of an attribute too. */
export function isOwnKey(word: string): boolean {
  return Object.hasOwn(keys, folded(word))
}

export function isChoiceKey(key: FilterKey): key is ChoiceKey {
  return Object.hasOwn(allowed, key)
}

/** The value of a condition that is written so, in any of the languages; undefined where it has none such. */
export function choiceOf(key: ChoiceKey, written: string): string | undefined {
  const wanted = folded(written)
  return allowed[key].find((one) => folded(one) === wanted) ?? allowed[key].find((one) => values[key][one]?.some((word) => folded(word) === wanted))
}

function listChoices(key: ChoiceKey, language: WordLanguage): string[] {
  return allowed[key].map((one) => (language === 'en' ? one : (values[key][one]?.[0] ?? one)))
}

/** What a sentence says of a value that a key does not have: those that it has, in each language of the reader. */
export function choicesSaid(key: ChoiceKey, word: string, value: string): Record<string, string> {
  return { key: word, value, allowed: listChoices(key, 'en').join(', '), allowedSv: listChoices(key, 'sv').join(', ') }
}

/** Every word that is read as a key, for what was nearly written so. */
export function listAllKeyWords(): string[] {
  return [...keyOf.keys()]
}

function folded(word: string): string {
  return word.normalize('NFC').trim().toLocaleLowerCase('sv')
}
