import type { Stemming } from '../stemming.ts'

/** Words that look like the form of another and are none: svart of svar, ort of ord, takt of takk. They are inflected themselves. */
const words: Readonly<Record<Stemming, ReadonlySet<string>>> = {
  sv: list(`
    svart stolt slakt brist vinst konst frist brant salt halt vikt makt takt sikt dikt akt jakt frakt tant sand guld brand fart kart kött mått lott ratt titt söder
    näst rast rost kost most post fest väst gäst test text bort ort hjort lätt rätt nätt front skört skörd planta hård bord ord mord nord färd härd börda länder
    kontor motor faktor doktor traktor rektor sektor lektor direktor arena måste grant höna
  `),
  nb: list(`
    svart stolt takt felt makt vakt sikt slakt pakt frakt jakt trakt vekt dikt kost rest hest fest test tekst rast post vest hatt katt matt natt litt sett pent telt kult
    endre andre indre ytre hundre eldre bedre mindre kontor motor faktor doktor traktor rektor sektor
  `),
  en: list('forest modest honest harvest interest digest protest arrest request invest priest'),
}

function list(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

export function standsAlone(word: string, stemming: Stemming): boolean {
  return words[stemming].has(word)
}
