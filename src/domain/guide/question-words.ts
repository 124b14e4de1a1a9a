import type { SourceLanguage } from '../source.ts'
import { isStopWord } from '../stop-words/stop-words.ts'
import { wordsOf } from '../word.ts'
import { formOf } from '../word-count.ts'

/** A word as questions are compared by it: `stem` is rough, `weight` says how much it tells (function words and names little). */
export type QuestionWord = { readonly stem: string; readonly weight: number; readonly content: boolean; readonly start: number; readonly end: number }

/** Function words tell little, but "hva ... om" against "hvordan ... i" still tells something. */
const FUNCTION_WORD = 0.15
/** A name inside a question is a slot: another name may stand there in the next interview. */
const NAME = 0.25

/** Everybody that an interviewer can speak to is one person: du, dere, De, ni, you. */
const YOU = '2p'
const you = new Set('du dere deres dykk dykkar dokker dokkar dig deg dej din ditt dina dine ni er ert era eder you your yours'.split(' '))
/** Spoken and other spellings, within and across the Nordic languages, that no ending explains. */
const sameAs = new Map(
  'kva=hva vad=hva va=hva korleis=hvordan hur=hvordan kvifor=hvorfor varför=hvorfor kven=hvem vem=hvem kvar=hvor var=hvor nåt=noe något=noe nån=noe någon=noe noko=noe nokon=noe noen=noe några=noe nåra=noe'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)
/** Two stems of one thing, where interviewers say the one for the other. */
const sameStem = new Map('jobb=arbet arbeid=arbet work=job using=use uses=use used=use'.split(' ').map((pair) => pair.split('=') as [string, string]))
const endings: Record<'nordic' | 'english', readonly string[]> = {
  nordic:
    'ernas arnas ornas elsene heterna hetene ningar ninger ningen erna arna orna elsen elser heten heter aste ande ende ades ene ane ens ets ers ade are ere ast est ar er or en et an as es te de at a e t n s r'.split(
      ' ',
    ),
  english: "'s ations ation ings ing ness ments ment ers ies ied ed es er ly s e y".split(' '),
}
/** So much of a word is left, at least, when an ending is taken away. */
const SHORTEST = 4

/** A rough stem, the same for the forms of one word and rarely for two words. `you` in all its forms is one. */
export function roughStem(word: string, language: SourceLanguage): string {
  const form = formOf(word)
  if (you.has(form)) return YOU
  const same = sameAs.get(form)
  if (same && language !== 'en') return same
  const ending = endings[language === 'en' ? 'english' : 'nordic'].find((one) => form.endsWith(one) && form.length - one.length >= SHORTEST)
  const stem = ending ? form.slice(0, -ending.length) : form
  return sameStem.get(stem) ?? stem
}

/** The words of a stretch of text as questions are compared by them. Offsets count from `offset`. What the guide has as a slot ("[place]", "X", "___") is left out. */
export function questionWords(text: string, language: SourceLanguage, offset = 0): QuestionWord[] {
  const words: QuestionWord[] = []
  for (const { word, start, end } of wordsOf(text, offset)) {
    if (isSlot(text, start - offset, end - offset)) continue
    const stem = roughStem(word, language)
    const content = stem !== YOU && !isStopWord(formOf(word), language)
    const weight = !content ? FUNCTION_WORD : isNameIn(text, start - offset, word) ? NAME : 1
    words.push({ stem, weight, content, start, end })
  }
  return words
}

function isSlot(text: string, start: number, end: number): boolean {
  if (end - start === 1 && /[XYN]/.test(text[start]!)) return true
  const open = Math.max(text.lastIndexOf('[', start), text.lastIndexOf('<', start))
  return open >= 0 && start - open < 40 && !/[\]>]/.test(text.slice(open, start)) && /[\]>]/.test(text.slice(end, end + 40))
}

/** A capital inside a sentence; at its beginning it says nothing. */
function isNameIn(text: string, start: number, word: string): boolean {
  return /^\p{Lu}/u.test(word) && /[\p{L}\p{N},;)”"»]\s+[“"«(]?$/u.test(text.slice(Math.max(0, start - 6), start))
}

/**
 * How alike two stems are, 0 to 1: the same, other endings, a compound of the other (bibliotek, biblioteksplan; plan,
 * havneplan), or one letter apart. The numbers say only that the surer comes before the less sure.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 4) return 0
  if (long.startsWith(short)) return long.length - short.length <= 3 ? 0.9 : short.length >= 5 ? 0.7 : 0
  if (short.length < 5) return 0
  if (long.endsWith(short)) return 0.8
  const shared = sharedStart(short, long)
  if (shared >= 5 && long.length - shared <= 3) return 0.8
  return shared >= 1 && isOneLetterApart(short, long) ? 0.8 : 0
}

function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

function isOneLetterApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false
  const at = sharedStart(short, long)
  const rest = long.slice(at + 1)
  return rest === short.slice(at + (long.length === short.length ? 1 : 0))
}
