import type { SourceLanguage } from './source.ts'

/** Function words that tell the four apart. A word that several share is listed for each; what only one has weighs most. */
const words: Record<SourceLanguage, string> = {
  sv: 'och att det är inte som jag på för en ett av med vi ni har den de men om så till var från också eller när mycket då här ju måste något några någon kommer skulle efter mellan bara sig sin finns vad hur',
  nb: 'og at det er ikke som jeg på for en et av med vi dere har den de men om så til var fra også eller når mye da her jo må noe noen kommer skulle etter mellom bare seg sin finnes hva hvordan hvor være gjør',
  nn: 'og at det er ikkje som eg på for ein eit av med vi me de dykk har den dei men om så til var frå òg eller når mykje då her jo må noko nokon kjem skulle etter mellom berre seg sin finst kva korleis kvar vere gjer',
  en: 'and that it is not as i on for a an of with we you have the they but if so to was from also or when much then here must something some come should after between only what how there this be are do in',
}
const knownIn = new Map<string, SourceLanguage[]>()
for (const [language, list] of Object.entries(words) as [SourceLanguage, string][])
  for (const word of new Set(list.split(' '))) knownIn.set(word, [...(knownIn.get(word) ?? []), language])

/** How much of a text is looked at, in UTF-16 units, from its beginning. */
const SAMPLE = 12_000

/** The language of a text by its function words; `sure` is false where it is too short, too mixed, or none of the four. */
export function languageOf(text: string, otherwise: SourceLanguage): { language: SourceLanguage; sure: boolean } {
  const scores: Record<SourceLanguage, number> = { sv: 0, nb: 0, nn: 0, en: 0 }
  let count = 0
  for (const [word] of text.slice(0, SAMPLE).matchAll(/\p{L}+/gu)) {
    count++
    const languages = knownIn.get(word.toLowerCase())
    if (languages) for (const language of languages) scores[language] += 1 / languages.length ** 2
  }
  const [best, second] = (Object.keys(scores) as SourceLanguage[]).sort((a, b) => scores[b] - scores[a])
  if (count === 0 || scores[best!] < count * 0.03) return { language: otherwise, sure: false }
  return { language: best!, sure: count >= 8 && scores[best!] > scores[second!] * 1.15 }
}
