import { countWords } from '../word.ts'
import { utterancesOf } from './utterance.ts'

/** Somebody does not know, can't or won't say. */
const DONT_KNOW =
  /(?<![\p{L}])(?:(?:vet|veit|visste) (?:(?:jag|jeg|eg|vi|me|du|faktiskt|faktisk|egentligen|egentlig|dessverre|tyvärr|rett og slett|ærlig talt|nog|heller|ju|jo|helt|riktigt|det),? ?)*(?:inte|int|ikke|ikkje|ej)|(?:inte|ikke) vet|ingen (?:aning|anelse|peiling|formening|mening om|uppfattning|kommentar(?:er)?|åsikt)|(?:kan|kunne|vil|vill|kommer att|får|vågar|tør) (?:(?:jag|jeg|eg|vi|me|faktiskt|dessverre|tyvärr|egentlig|egentligen|jo|ju) )*(?:inte|int|ikke|ikkje) (?:\p{L}+ ){0,3}?(?:svare|svara|uttale|uttala|si noe|säga|kommentere|kommentera|på det)|borde jag veta|burde jeg (?:vite|visst)|har (?:(?:jag|jeg|eg|vi|me|du|faktiskt|faktisk|egentligen|egentlig|dessverre|tyvärr|nok|nog|ju|jo|heller) )*(?:inget|inga|ingen|ikke|ikkje|inte|int) (?:(?:noe|noko|noen|nokon|något|någon|några|bra|godt|gode|god|fullstendig|full|særlig|helt|riktig) )*(?:svar|koll|kontroll|uppfattning|oppfatning|oversikt|oversyn|överblick|mening|formening|aning|kjennskap|kännedom|kunnskap|kunskap|peiling|innsikt|insyn|grunnlag|siffror|siffra|tall|statistikk?)|(?:husker|hugsar|minns|kjenner|kjem|kommer|känner) (?:(?:jag|jeg|eg|vi|me|faktiskt|faktisk|dessverre|tyvärr|ärligt talat|ærlig talt) )*(?:ikke|ikkje|inte|int)(?: (?:til|till|ihåg|det|på))?(?=\s*[.,!…]|\s*$)|^(?:(?:det|dette|her|det där|nei|nej|hm+|eh+),? )*(?:er (?:jeg|eg|vi)|är (?:jag|vi)|(?:jeg|eg|vi) er|(?:jag|vi) är) (?:\p{L}+ ){0,2}(?:usik|osäk)\p{L}+(?: på)?(?=\s*[.,!…]|\s*$)|^(?:usikker|osäker|usikkert)(?=\s*[.,!…]|\s*$)|hoppar över|hopper over|står över|pass|(?:do not|don[’']t|didn[’']t|wouldn[’']t|dunno) ?(?:really |actually |honestly )?know|no (?:idea|comment|opinion)|not sure|unsure|(?:can(?:no|[’'])t|couldn[’']t|could not|can not|unable to|not able to) (?:really |honestly )?(?:answer|say|comment|tell))(?![\p{L}])/iu
const NOTHING =
  /^[\s([{<–—-]*(?:ikke (?:be)?svart?|ubesvart|inget svar|ej svar|ej besvarad|obesvarad|ingen svar|intet svar|no answer|not answered|n\/?a|unanswered)?[\s\])}>.–—-]*$/iu

/** So many words besides, for each time it is said, can be a courtesy, a hesitation, whom to ask instead, or why one does not know. */
const BESIDES = { saidFirst: 20, saidLater: 8 }
/** A sentence that says "I don't know" and goes on for longer than this says something too. */
const LONG_SENTENCE = 25

/** Is there anything but marks and notes that nothing was answered? */
export function saysNothing(words: string): boolean {
  return NOTHING.test(words) || !/[\p{L}\p{N}]/u.test(words)
}

/** What says why one does not know, or what one would guess, is half an answer. */
const WHY_NOT =
  /(?<![\p{L}])(?:inte|int|ikke|ikkje|ingen|inget|inga|aldri|aldrig|not|no|never|nobody|\p{L}+n[’']t|giss\p{L}*|gjett\p{L}*|gjet|tippe\p{L}*|guess\p{L}*)(?![\p{L}])/iu

/**
 * Does an answer say that its question can't be answered? `nothing-else`: and nothing substantial besides; `and-more`: it
 * begins so and goes on, which somebody should read; `no`. `parts`: the answer's words, in order.
 */
export function saysUnknown(parts: readonly string[]): 'nothing-else' | 'and-more' | 'no' {
  const sentences = sentencesOf(parts).flatMap((sentence) => sentence.split(/,?\s+(?=(?:men|but)\s)/i))
  const unknown = sentences.map((sentence) => DONT_KNOW.test(sentence))
  if (!unknown.includes(true)) return 'no'
  const saidFirst = unknown[0] || (unknown[1] && countWords(sentences[0]!) <= 4)
  const weigh = (sentence: string) => countWords(sentence) * (saidFirst && WHY_NOT.test(sentence) ? 0.5 : 1)
  const besides = sentences.reduce((sum, sentence, at) => sum + (unknown[at] ? Math.max(0, countWords(sentence) - LONG_SENTENCE) : weigh(sentence)), 0)
  if (besides <= (saidFirst ? BESIDES.saidFirst : BESIDES.saidLater) * unknown.filter(Boolean).length) return 'nothing-else'
  return saidFirst ? 'and-more' : 'no'
}

/** The informant asks what is meant. */
const ASKS_BACK =
  /^(?:unnskyld|förlåt|ursäkta|sorry)\?$|^(?:hva|vad|kva|hvordan|hur|korleis|what|how)(?:,|) (?:mener|meiner|menar|tenker|tänker|do you mean)(?![\p{L}]).{0,40}\?$|^(?:mener|meiner|menar|tenker|tänker|you mean|do you mean) .{2,60}\?$|^(?:kan|kunne|could|can) (?:du|ni|dere|you) (?:gjenta|upprepa|ta om|repeat)/iu

/** Does an answer only ask what is meant? */
export function onlyAsksBack(parts: readonly string[]): boolean {
  const sentences = sentencesOf(parts)
  return sentences.length > 0 && sentences.every((sentence) => ASKS_BACK.test(sentence))
}

/** Something comes between: the telephone, somebody at the door. */
const INTERRUPTION =
  /(?<![\p{L}])(?:(?:den|det|telefonen|dom|de|nå|nu|phone(?:[’']s| is)) ring(?:er|ing)|(?:min|mobil)telefon(?:en)? (?:ringer|er|är)|det är min telefon|vänta(?=,| lite)|vent(?=,| litt)|ursäkta|unnskyld meg|må bare ta|måste (?:bara )?(?:ta den|rusa)|(?:hold|hang) on|excuse me|give me a (?:second|minute))(?![\p{L}])/iu
/** So early, in letters, that what comes between may have taken the answer's place. */
const EARLY = 150

/** Was an answer broken off as soon as it began? */
export function isInterrupted(parts: readonly string[]): boolean {
  return INTERRUPTION.test(parts.join(' ').slice(0, EARLY))
}

function sentencesOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) => part.split('\n').flatMap((line) => utterancesOf(line).map(({ start, end }) => line.slice(start, end))))
}
