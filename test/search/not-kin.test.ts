import { expect, test } from 'vitest'
import { parseQuery } from '../../src/domain/parse-query.ts'
import type { SourceLanguage } from '../../src/domain/source.ts'
import { ParagraphIndex } from '../../src/search/paragraph-index.ts'

/** Words that look like forms, compounds or beginnings of each other and are none. */
const strangers: Partial<Record<SourceLanguage, string>> = {
  en: `
    universe university, general generous, new news, police policy, policy polish, past pasta, wand wander, import important, author authority,
    hospital hospitality, sever several, business busy, even evening, depart department, state station, comma command, communal communism,
    iron irony, arm army, bus busy, bus bush, war warm, war ward, ear early, ear earn, ear earth, art article, car care, car cart, car carpet,
    pan panic, sea season, sea seat, fat father, mot mother, bro brother, hat hate, not notice, not note, sing single, king kin, thing thin,
    wing wine, spring sprint, string strict, ten tent, open opera, hen hence, men menu, men mention, pen penny, den dense, coven convene,
    matter mattress, letter lettuce, corn corner, cap capital, lad lady, bad badge, can cancer, ant antique, plan planet, tract tractor,
    court courtesy, fact factory, fact faction, minister minstrel, passage passenger, mission missile, moment momentum, real rally,
    probable probe, human humid, post posture, cable cab, table tablet, table tabloid, temper temple, secret secretary, tend tendon,
    sea season, hus husbands, gran grandmother, ren children, miss mistress, run veterans, organ organises, plan planted, day daily
  `,
  sv: `
    person personlig, general generation, lag laga, lag lager, man mana, bana banan, vän vända, vän vänta, bil bild, bil billig, hund hundra,
    kor korg, gran granne, gran granska, lok lokal, sal salt, tal talang, rad radio, rad radar, led ledsen, bar barn, bar barr, är ärende,
    mat matta, mat match, kon konst, kon konto, regel regera, region regn, form formel, norm normal, orm ormbunke, part parti, parti partner,
    stat station, stat status, moral morot, motor motion, kamp kampanj, minister ministrant, not notis, nöt nöta, hall hallon, val valla,
    ko kosta, ko konung, by byta, by byxor, by bygga, is isolera, is istället, el elak, el elev, el eld, öl öland, ål ålder, ås åska, får fåra,
    tro troll, bo bomb, kund kunde, frist frisk, grav gravid, jul juli, mars marsch, april apor, maj majs, vår vård, vår vårta, rum rumpa,
    plan planka, väg vägg, väg vägra, väg väga, vik vikt, mun munk, hal halt, präst prestera, kontor kontroll, artikel artig, spel spegel,
    stad stadig, hon honung, den denna, han hantera, men mena, post postum, pension pensel, ämne ämna, trafik tragik, resa resår, kraft kräfta,
    hand handel, hand handla, mur murken, skott skotte, ben bensin, jag jagar, när nära, bara bar, nog noga, vill villa, borde bord, vid vidare,
    het heter, såg sågen, viktig vikt, lock locka, hopp hoppas, kall kallade, bok bokade, hon hona, kost kostade, rör rörelse,
    man maneter, man rummen, man blomman, ren läkaren, ren arbetsgivaren, ren vaktmästaren, sten kioskvinsten, sten förresten, tand utlåtandet, mun kommunerna,
    mor blommor, lag förslag, lag handslag, port rapporter, dra varandra, far fortfarande, ko kostade, ko kusten, ku kusinerna, hot hotellet, form formulär,
    form formella, hand handlade, kost kostar, gran ordagrant, bil biljetter, fru frukost, säga fastighetsägare, stjäla befolkningstal, höna höet, stol stolt,
    stol stolthet, svar svart, tand tant, sand sant, ord ort, takt tacka, mås måste, sak sakna, orden ordna, bunden bredbandet, kon kontroll,
    sitta sitt, kött kö, guld gult, köp kopp, brand brant, lots lott
  `,
  nb: `
    person personlig, general generasjon, tak takk, tak take, lag lage, ta tap, venn vende, venn vente, bil billig, hund hundre, rad radio,
    led ledig, bar barn, mat matte, regel regjering, region regn, form formel, norm normal, part parti, stat stasjon, stat status, motor motiv,
    not notat, hal halv, hall halvt, by bytte, by bygge, is isolere, får fåre, tid tidlig, tro troll, kunde kunne, grav gravid, jul juli,
    natt naturlig, plan planke, vekt vekke, mann mange, munn munk, kontor kontroll, artikkel artig, stad stadig, hun hund, hand handel,
    benn bensin, len lenge, men mene, gren grense, pen pensel, natur nattur, vegg veg, mor morsom, far farlig, far farge, bror brosjyre,
    sak sakte, fort forte, time timian, øre ørret, men mene, vær være, hun hund, vekt viktig, styre styrelse,
    ren vaktmesteren, ren læreren, takk takt, fell felt, vakker vakt, hest hese, bygd bygget, ender endre, steal gyngestolen, kost kostar, gjest gjette
  `,
  nn: `
    veg vegg, skule skuld, heim heimel, lag lage, natt natur, tak takk, ven vende, ven vente, sol solid, mor moro, kven kveld, den dennes,
    men meine, mann mange, skule skulda, ven ventar
  `,
}

test.each(Object.entries(strangers))('%s: a word does not find another that only looks like kin', (language, list) => {
  const pairs = list.split(',').map((pair) => pair.trim().split(' ') as [string, string])
  const words = [...new Set(pairs.flat())]
  const index = new ParagraphIndex()
  index.add({ id: 1, language: language as SourceLanguage, text: words.join('.\n') })
  index.arrange([1])
  const found = (word: string) => index.search(parseQuery(`${word} `), { limit: 1000 }).hits.map(({ text }) => text.replace('.', ''))
  const both = [...pairs, ...pairs.map(([one, other]) => [other, one] as const)]
  expect(both.filter(([one, other]) => found(one).includes(other)).map((pair) => pair.join(' finds '))).toEqual([])
  expect(pairs.length).toBeGreaterThan(10)
})

test('what stands before -or is no part of a compound where it is no word: kontor is not in kontraktet, though rakt is a word', () => {
  const index = new ParagraphIndex()
  index.add({ id: 1, language: 'sv', text: 'Han såg rakt fram.\nDå skrev vi kontraktet.\nVi har en skola.\nDet var skolgården.' })
  index.arrange([1])
  const found = (query: string) => index.search(parseQuery(query)).total
  expect([found('kontor '), found('skolor ')]).toEqual([0, 2])
})
