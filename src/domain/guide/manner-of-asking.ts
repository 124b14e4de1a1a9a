import { isStopWord } from '../stop-words/stop-words.ts'
import { countWords, wordsOf } from '../word.ts'
import { formOf } from '../word-count.ts'
import { questionWords } from './question-words.ts'

/** An invitation that follows a question and is no question: "Berätta gärna mer.", "Please explain." */
const INVITATION =
  /^(?:(?:kan|vil|kunne|skulle) (?:du|dere|ni) )?(?:gjerne |gärna |please |vennligst )?(?:utdyp|utveckla|fördjupa|forklar|förklara|begrunn|motiver|eksemplifiser|exemplifiera|beskriv|fortell|berätta|elaborate|explain|describe|give|gi|ge|nevn|nämn|si|säg|tell)\b.{0,90}[.!:]?$/iu
/** Examples inside a question: "Till exempel båt, färja etc." */
const EXAMPLES = /^\(?(?:eksempelvis|exempelvis|for eksempel|f\.eks|till exempel|t\.ex|til dømes|for example|for instance|such as|e\.g|eks|herunder)\b/iu
/** How something is said, as a transcript notes it. */
const MANNER =
  /^\((?:\p{L}+ )?(?:ler|le|lo|latter|skratt\p{L}*|fnis\p{L}*|paus\p{L}*|nøl\p{L}*|tenker|tänker|tvek\p{L}*|stille|tyst\p{L}*|sukk\p{L}*|suck\p{L}*|smil\p{L}*|host\p{L}*|nikk\p{L}*|nick\p{L}*|laugh\p{L}*|sigh\p{L}*|silence|nod\p{L}*|u?hørbart|ohör\p{L}*|inaudible|utydelig|uklart|unclear)(?![\p{L}])/iu
const OPEN_LIST = /\b(?:etc|osv|m\.?m|m\.?v|m\.?fl|o\.?s\.?v|mm|mv)\.?\)?$/iu
/** The informant asks back, to be sure of the question or to gain time. */
const ECHO =
  /^(?:(?:da )?sikter (?:du|dere)|(?:mener|meiner|menar) (?:du|dere|de|dykk|ni)(?! at(?:t)?(?![\p{L}]))|(?:du|dere|ni) men[ae]r|(?:tänker|tenker) (?:du|dere|ni) på|(?:do )?you mean|hva mener du|vad menar du|what do you mean|hur menar|hvordan mener|unnskyld|förlåt|sorry|om jeg|om jag|om vi|ja|nei|nej|jo|hm+|eh+|alltså|altså|well|kan du gjenta|kan du upprepa)(?![\p{L}])/iu
const FIRST_PERSON = /(?<![\p{L}])(?:jeg|jag|eg|vi|me|oss|vår|vårt|våre|våra|vores|meg|mig|mej|min|mitt|mine|mina|I|we|us|our|my|me)(?![\p{L}])/u
const SECOND_PERSON = /(?<![\p{L}])(?:du|dere|deres|dykk|dykkar|dokker|deg|dig|din|ditt|dine|dina|ni|er|ert|era|you|your)(?![\p{L}])/iu
const ASKING_WORD =
  /(?<![\p{L}])(?:hva|vad|hvem|vem|hvilken|hvilket|hvilke|vilken|vilket|vilka|hvor|var|hvordan|hvorfor|varför|hur|når|när|kva|kor|korleis|kvifor|kven|eller|hvis|om|what|who|which|why|how|when|where|if|or)(?![\p{L}])/iu
const MANY_OF_YOU = /(?<![\p{L}])(?:dere|deres|dykk|dykkar|dokker|dokkar|ni|era|ert|De|Dem|Deres)(?![\p{L}])/u
/** Somebody's words inside a sentence: after a colon, or between quotation marks at its end. */
const SAID = /:\s*["“«”„]?\p{Lu}|["“«„][^"”»]*\?["”»“]\W*$/u
const YOURSELF =
  /(?<![\p{L}])(?:(?:til|till|hos|for|för|fra|från|av|med) (?:deg|dig)|(?:du|deg|dig) (?:selv|själv|sjølv)|(?:synes|syns|tycker|opplever|upplever|tenker|tänker) du)(?![\p{L}])/iu
/** Whoever tells a story asks its listeners this. */
const KNOWING = /(?<![\p{L}])(?:vet|veit|tror|trur|skjønner|skjønar|forstår|husker|hugsar|kjenner|kjenn|ser)(?![\p{L}])/iu
/** In the midst of an answer a question of so many words is not about what was just said. */
const LONG = 8
/** The interviewer goes on to something else. */
const TRANSITION =
  /^(?:(?:så|da|då|ok|okei|okej|okay|nå|nu|now|so|og|och|and|men|but|ja|bra|fint|mm|jo|right|good|well|takk|tack|thanks),?\s+)*(?:(?:da|då|nå|nu|så|then|now),?\s+)?(?:går vi|vi går|skal vi|ska vi|vi skal|vi ska|let us|let's|let’s|we move|moving on|i would like to turn|neste (?:spørsmål|tema|punkt)|nästa (?:fråga|tema|ämne|punkt)|(?:the )?next (?:question|topic|theme)|til slutt|till slut|till sist|slutligen|avslutningsvis|finally|lastly|over til|över till|vidare till|videre til|et siste|en siste|en sista|one last|(?:the|my) last|jag har (?:bara )?en fråga|jeg har (?:bare )?et spørsmål)(?![\p{L}])/iu
/** The interview is over. */
const FAREWELL =
  /(?:tack|takk|thank you|thanks) (?:så (?:jätte)?mycket|för (?:att|din|er|intervjun|samtalet|tiden)|for (?:at|your|praten|samtalen|tiden|intervjuet|taking)|så mye|very much|så mye)|stänger (?:jag|vi) av|slår (?:jeg|vi) av|skrur (?:jeg|vi) av|(?:stop|turn(?:ing)? off) the recor/iu
/** An informant's own addition, which no question asked for. */
const ADDITION =
  /^(?:annet|annat|anna|andre (?:innspill|kommentarer|ting|merknader)|andra (?:kommentarer|synpunkter|saker)|øvrig|øvrige? (?:innspill|kommentarer)|övrigt|övriga (?:kommentarer|synpunkter)|avslutning|(?:avsluttende|avslutande|avslutende) (?:kommentar(?:er)?|ord|merknad(?:er)?|synpunkter)|(?:tilleggs|tilläggs)\p{L}+|tillegg|tillägg|kommentar(?:er)? (?:fra|från)|other(?: comments| remarks)?|additional (?:comments?|remarks?)|(?:final|closing) (?:comments?|remarks?|words))(?:\s[^:.?!]{0,80})?(?:[:?]|$)/iu
const ANYTHING_MORE =
  /^(?:ellers |eventuelt |och |og |and )?(?:noe|noko|något|nåt|någonting|anything|something)(?: (?:annet|anna|annat|mer|meir|mera|ellers|else|more|other))*(?:(?: [^\s:.?!]+){0,6} (?:tilføye|tilføya|føye til|legge til|leggja til|lägga till|tillägga|nevne|nämna|si|säga|add|say)(?: [^:.?!]{0,40})?[:?]|\?)/iu
/** So few words are a label that stands alone. */
const LABEL = 8
const LABEL_ALONE = /^(?:annet|annat|anna|øvrig|övrig|avslut|tillegg|tillägg|other|additional|final|closing)/iu
const CLOSING =
  /(?<![\p{L}])(?:noe|noko|något|nåt|någonting|anything|something)(?![\p{L}]).{0,40}(?:tillägga|lägga till|legge til|leggja til|tilføye|tilføya|føye til|add)(?![\p{L}])/iu
const THANKS =
  /^(?:(?:da |då |så |ja,? |ok,? )*(?:tusen|mange|hjertelig|stort) )?(?:takk|tack|thank you|thanks)(?: (?:for|för|så|alle|til|till|very|so)(?![\p{L}])|[!.,]|$)/iu

const BID =
  /^(?:(?:og|och|and|så|men|da|då|nå|nu|först|først|first|so|vänligen|vennligst|please),?\s+)*(?:(?:kan|vill|vil|kunne|skulle|could|can|would|will) (?:du|ni|dere|dykk|you)|berätta|beskriv|redogör|fundera|ge|nämn|förklara|utveckla|fortell|fortel|forklar|nevn|gi|tenk|tell|describe|explain|give|name|talk|walk)(?![\p{L}])/iu

/** Does a sentence tell somebody to tell something? */
export function isBid(words: string): boolean {
  return BID.test(words)
}

/** Is a sentence after a question still the question? `shared`: how much of its content the question in the guide has, 0 to 1; `before`: the sentence before it. */
export function isTail(words: string, asks: boolean, shared: number, before: string): boolean {
  if (asks) return !ECHO.test(words) && !(FIRST_PERSON.test(words) && !SECOND_PERSON.test(words)) && !/^["“«”]/.test(words)
  if (/^\(.*\)[.?]?$/s.test(words)) return !MANNER.test(words)
  if (INVITATION.test(before)) return false
  if (INVITATION.test(words)) return true
  return EXAMPLES.test(words) && (shared >= 0.4 || (OPEN_LIST.test(words) && !FIRST_PERSON.test(words)))
}

/** Does a short question only take up a word of the one that was put? So begins an answer: "Prisen? Den er ..." */
export function isEchoOf(words: string, put: string): boolean {
  if (countWords(words) > 3 || ASKING_WORD.test(words)) return false
  const known = new Set(questionWords(put, 'nb').map(({ stem }) => stem))
  const content = questionWords(words, 'nb').filter((word) => word.content)
  return content.length > 0 && content.every(({ stem }) => known.has(stem))
}

/** Does a sentence before a question lead to it? It ends in a colon or says that something else comes now. */
export function isLeadIn(words: string): boolean {
  return countWords(words) <= 25 && (/:$/.test(words) || (TRANSITION.test(words) && !/(?<![\p{L}])(?:jeg|jag|eg|I)(?![\p{L}])/u.test(words)))
}

/** Does the interviewer leave the question behind, for something else or for good? */
export function isLeaving(words: string): boolean {
  return TRANSITION.test(words) || FAREWELL.test(words) || (/\?/.test(words) && CLOSING.test(words))
}

/** Does a paragraph begin with a label or a question under which the informant may say what was not asked? */
export function isAddition(line: string): boolean {
  const label = ADDITION.exec(line)?.[0]
  if (label === undefined) return ANYTHING_MORE.test(line)
  return label.endsWith(':') || (label.endsWith('?') ? countWords(label) : LABEL_ALONE.test(line) ? countWords(line) : LABEL + 1) <= LABEL
}

/** Does somebody thank for the interview? */
export function isThanks(line: string): boolean {
  return THANKS.test(line)
}

/** What a question that the guide lacks is: the interviewer's question of its own, a follow-up to the one before, or the informant's own (rhetorical, quoted). */
export function kindOfQuestion(words: string, opens: boolean): 'other' | 'follow-up' | 'own' {
  if (!/\?/.test(words) && !(SECOND_PERSON.test(words) && !FIRST_PERSON.test(words))) return 'own'
  if (/^["“«”„]/.test(words) || ECHO.test(words) || (!opens && SAID.test(words))) return 'own'
  const toYou = SECOND_PERSON.test(words)
  if (FIRST_PERSON.test(words) && !toYou) return 'own'
  const count = countWords(words)
  if (!opens) return isPutInside(words, count) ? (count < LONG ? 'follow-up' : 'other') : 'own'
  if (count < 5 && toYou && !INVITATION.test(words) && hasContent(words)) return 'other'
  if (count < 5 || /^(?:og|och|and|men|but)(?![\p{L}])/iu.test(words)) return toYou || count < 5 ? 'follow-up' : 'own'
  return 'other'
}

/** In the midst of a paragraph "you" is mostly anybody, but several of you, and your own views, are those of whom the interviewer speaks to. */
function isPutInside(words: string, count: number): boolean {
  return count >= 5 && (MANY_OF_YOU.test(words) ? count > 5 || !KNOWING.test(words) : count < LONG && YOURSELF.test(words))
}

function hasContent(words: string): boolean {
  return wordsOf(words).some(({ word }) => word.length >= 4 && !(['sv', 'nb', 'en'] as const).some((language) => isStopWord(formOf(word), language)))
}

/** Is a question put to the informant, after a statement that speaks for nobody? Short ones, and what a "we" or "I" leads to, are the informant's own way of speaking. */
export function isToInformant(statement: string, question: string): boolean {
  return (
    SECOND_PERSON.test(question) && !FIRST_PERSON.test(question) && countWords(question) >= 6 && !FIRST_PERSON.test(statement) && !/["“«”:]\s*$/.test(statement)
  )
}
