import type { Stemming } from '../stemming.ts'

/**
 * Words that a stemmer, or an ending that may be tried, takes for another's forms, and are none: a family a line. What is in a family has no forms
 * outside it, but for those that `uneven` lists. Small words that talk is full of (men, bara, borde) are kept from mena, bar and bord so.
 */
const families: Readonly<Record<'sv' | 'nb', string>> = {
  sv: `
    men
    jag
    han hans
    hon
    den dens
    bara
    nu
    när
    nära
    nog
    noga
    var vara varit vore
    vars
    vare
    vid
    vidare
    vilja vill ville velat
    kunna kan kunde kunnat
    böra bör borde bort
    heter hette
    för
    före
    innan
    inne
    lika
    sen
    tills
    ens
    våra vårt
    mana manar manade manat
    laga lagade lagat lagas lagades lagad
    måla målade målat målas målare målaren målarna målning målningen målningar
    väga väger vägde vägt
    vägra vägrar vägrade vägrat
    ämna ämnar ämnade ämnat
    nöta nöter nötte nött nötts
    fåra fåran fåror fårorna
    kosta kostar kostade kostat kostas
    hoppas hoppades
    kallar kallade kallat kallas kallades
    boka bokar bokade bokat bokas bokning bokningen bokningar
    sågen sågarna sågade sågat
    visa visar visade visat visas visades
    locka lockar lockade lockat lockas
    banan bananen bananer bananerna bananens
    radar radarn
    lager lagret lagren lagers lagrets
    planeten planeter planeterna planetens
    stadig stadigt stadiga stadigare
    viktig viktigt viktiga viktigare viktigast viktigaste
    rörelse rörelsen rörelser rörelserna
    styrelse styrelsen styrelser styrelserna styrelsens
    drogen droger drogerna
    timmer timret
    majs majsen
    skotte
    sitt
    mitt
    ditt
    sakna saknar saknade saknat saknas saknades saknad
    ordna ordnar ordnade ordnat ordnas ordnades ordnad
  `,
  nb: `
    men
    jeg
    han hans
    hun
    den
    bare
    når
    nær nære
    nok
    var være vært vere vore
    ved
    vil vilje ville villet
    kunne kan kunnet
    burde bør
    for
    før
    inne
    like
    våre vårt
    matte matten
    sakte
    fort
    stadig
    viktig viktige viktigere viktigst viktigste viktigare viktigast viktigaste
    mene mener mente ment meine meiner meinte meint
    lage lagde lagd laga lagar
    take tek teke teken tekne
    fåre fåren fårer
    skuld skulda skulde
    vende vender vendte vendt vendar
    vente venter ventet venta ventar
    styrelse styrelsen styrelser
    lenge
    koste koster kostet kosta kostar
    endre endrer endret endra endrar
  `,
}

const familyOf: Readonly<Record<Stemming, ReadonlyMap<string, string>>> = { sv: read(families.sv), nb: read(families.nb), en: new Map() }

function read(lines: string): ReadonlyMap<string, string> {
  const each = lines.trim().split('\n')
  return new Map(
    each.flatMap((line) =>
      line
        .trim()
        .split(/ +/)
        .map((word, _, [first]) => [word, `${first}·`] as const),
    ),
  )
}

/** The family of a word that is kept apart, as no word is written; undefined where it is not. It is the stem of its words. */
export function apartOf(word: string, stemming: Stemming): string | undefined {
  return familyOf[stemming].get(word)
}

/** The words of a word's family, itself among them. */
export function wordsApartWith(word: string, stemming: Stemming): string[] {
  const family = apartOf(word, stemming)
  return [...familyOf[stemming]].flatMap(([one, of]) => (of === family ? [one] : []))
}
