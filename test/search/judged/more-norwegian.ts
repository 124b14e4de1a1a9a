import type { Question } from './question.ts'

/** Two invented interviews: a passage a line. */
export const moreBokmaalText = `Barna gikk på skole i grenda, men skolen ble lagt ned.
Foreldrene kjørte dem når skolebussen ikke kom.
En mann sa nei, mennene sa ja.
Byggene står tomme, bygningen ved kaia er solgt.
Rådmannen ville ikke svare, og rådmenn svarer sjelden.
Hendene mine er ødelagt etter førti år på fiskemottaket.
Fiskerne selger fisken rett fra båten.
Turistene kommer om sommeren.
Sommerturistene legger igjen lite penger.
Helsesøsteren sluttet, og helsesenteret står uten lege.
Legevakten er i byen, og legene pendler.
Bøndene deler traktorene, en bonde eier ingenting alene.
Vi skrev under kontrakten, og vi har skrevet under før.
Strømprisen er høy, strømprisene er alltid høye.
Bredbåndsutbyggingen tok fire år.
Eldreomsorgen er god, men omsorgsboligene er fulle.
E-handel tok knekken på butikken.
Ehandelen tar alt.
Kulturskolelæreren har tre jobber.
Nettverksmøtene var nyttige, vi møttes på kroa.
Det er jo sånn det er.
Tannlegen trakk to tenner, og jeg har en tann igjen.
Om nettene er det stille, natten er lang.
Ferja går hver time, men ferjekøen er lang.
Innflytterne spør om alt.
Søknaden ble avslått, og søknadene etter den også.
Han hadde en kjepphest om kjøpesenteret.
Ledelsen visste det, men sa ikke noe.
Vi fant løsninger, den beste løsningen var den enkleste.
Arbeidsledigheten gikk ned da verftet åpnet.`

export const moreNynorskText = `Ungane gjekk på ski til skulen, no går ingen.
Lærarane bur i bygda, men læraren min budde i byen.
Elvane flaumar kvar vår, og elva tok vegen.
Kvinnene starta eit spinneri, og ei kvinne driv det enno.
Gardane ligg tett, garden vår er den siste.
Sjukeheimen manglar folk, og sjukepleiarane sluttar.
Eg las avisa, ho les ikkje avisene.
Me veit ikkje, dei visste ikkje.
Fjorden frys ikkje no, fjordane fraus før.
Dei kom med ferja, og nokre kjem att.
Innflyttarane kjøpte båtar.
Næringslivet treng kraft, og kraftlaget sel henne.
Verkstaden vart ein heimeverkstad.
Bøkene er borte, boka mi òg.
Rådhuset vart bygt i stein.
Møta var lange, og møtet i går var lengst.
Eigedomsskatten auka, skattane aukar alltid.`

/** Searches in them, judged by hand before they were tried. */
export const moreBokmaal: readonly Question[] = [
  { kind: 'stem', ask: 'barn', forms: 'barna' },
  { kind: 'stem', ask: 'går', forms: 'gikk går' },
  { kind: 'stem', ask: 'mann', forms: 'mann mennene rådmannen' },
  { kind: 'stem', ask: 'rådmann', forms: 'rådmannen rådmenn' },
  { kind: 'stem', ask: 'hånd', forms: 'hendene' },
  { kind: 'stem', ask: 'bonde', forms: 'bøndene bonde' },
  { kind: 'stem', ask: 'skriver', forms: 'skrev skrevet' },
  { kind: 'stem', ask: 'strømpris', forms: 'strømprisen strømprisene' },
  { kind: 'stem', ask: 'tann', forms: 'tenner tann tannlegen' },
  { kind: 'stem', ask: 'natt', forms: 'nettene natten', not: 'nettverksmøtene' },
  { kind: 'stem', ask: 'søknader', forms: 'søknaden søknadene' },
  { kind: 'stem', ask: 'vet', forms: 'visste' },
  { kind: 'stem', ask: 'finner', forms: 'fant' },
  { kind: 'stem', ask: 'løsning', forms: 'løsninger løsningen' },
  { kind: 'stem', ask: 'innflytter', forms: 'innflytterne' },
  { kind: 'stem', ask: 'selge', forms: 'selger solgt' },
  { kind: 'compound', ask: 'lege', forms: 'lege legene legevakten tannlegen' },
  { kind: 'compound', ask: 'fisk', forms: 'fisken fiskemottaket' },
  { kind: 'compound', ask: 'turist', forms: 'turistene sommerturistene' },
  { kind: 'compound', ask: 'helse', forms: 'helsesøsteren helsesenteret' },
  { kind: 'compound', ask: 'pris', forms: 'strømprisen strømprisene' },
  { kind: 'compound', ask: 'utbygging', forms: 'bredbåndsutbyggingen' },
  { kind: 'compound', ask: 'bredbånd', forms: 'bredbåndsutbyggingen' },
  { kind: 'compound', ask: 'omsorg', forms: 'eldreomsorgen omsorgsboligene' },
  { kind: 'compound', ask: 'bolig', forms: 'omsorgsboligene' },
  { kind: 'compound', ask: 'lærer', forms: 'kulturskolelæreren' },
  { kind: 'compound', ask: 'kulturskole', forms: 'kulturskolelæreren' },
  { kind: 'compound', ask: 'møte', forms: 'nettverksmøtene møttes' },
  { kind: 'compound', ask: 'ferje', forms: 'ferja ferjekøen' },
  { kind: 'compound', ask: 'buss', forms: 'skolebussen' },
  { kind: 'compound', ask: 'senter', forms: 'helsesenteret kjøpesenteret' },
  { kind: 'compound', ask: 'arbeid', forms: 'arbeidsledigheten' },
  { kind: 'hyphen', ask: 'ehandel', forms: 'e-handel ehandelen' },
  { kind: 'hyphen', ask: 'e-handel', forms: 'e-handel ehandelen' },
  { kind: 'hyphen', ask: 'helse senter', forms: 'helsesenteret' },
  { kind: 'typo', ask: 'strømpirsen', forms: 'strømprisen' },
  { kind: 'typo', ask: 'helsesentret', forms: 'helsesenteret' },
  { kind: 'typo', ask: 'kontrakkten', forms: 'kontrakten' },
  { kind: 'phrase', ask: '"det er jo sånn"', saying: ['det er jo sånn'], exactly: true },
  { kind: 'not', ask: 'barn OR skole -bussen', forms: 'barna skole', not: 'bussen' },
  { kind: 'not', ask: 'ferje -køen', forms: 'ferja', without: 'ferjekøen', exactly: true },
  { kind: 'phrase', ask: '"traktorene bonde"~4', saying: ['traktorene, en bonde'], exactly: true },
]

export const moreNynorsk: readonly Question[] = [
  { kind: 'stem', ask: 'unge', forms: 'ungane' },
  { kind: 'stem', ask: 'gå', forms: 'gjekk går' },
  { kind: 'stem', ask: 'lærar', forms: 'lærarane læraren' },
  { kind: 'stem', ask: 'elv', forms: 'elvane elva' },
  { kind: 'stem', ask: 'kvinner', forms: 'kvinnene kvinne' },
  { kind: 'stem', ask: 'gard', forms: 'gardane garden' },
  { kind: 'stem', ask: 'avis', forms: 'avisa avisene' },
  { kind: 'stem', ask: 'vite', forms: 'veit visste' },
  { kind: 'stem', ask: 'fjord', forms: 'fjorden fjordane' },
  { kind: 'stem', ask: 'kome', forms: 'kom kjem' },
  { kind: 'stem', ask: 'fryse', forms: 'frys fraus' },
  { kind: 'stem', ask: 'lese', forms: 'las les' },
  { kind: 'stem', ask: 'bok', forms: 'bøkene boka' },
  { kind: 'stem', ask: 'møte', forms: 'møta møtet' },
  { kind: 'stem', ask: 'innflyttar', forms: 'innflyttarane' },
  { kind: 'stem', ask: 'båt', forms: 'båtar' },
  { kind: 'compound', ask: 'sjuk', forms: 'sjukeheimen sjukepleiarane' },
  { kind: 'compound', ask: 'pleiar', forms: 'sjukepleiarane' },
  { kind: 'compound', ask: 'heim', forms: 'sjukeheimen heimeverkstad' },
  { kind: 'compound', ask: 'verkstad', forms: 'verkstaden heimeverkstad' },
  { kind: 'compound', ask: 'næring', forms: 'næringslivet' },
  { kind: 'compound', ask: 'kraft', forms: 'kraft kraftlaget' },
  { kind: 'compound', ask: 'skatt', forms: 'eigedomsskatten skattane' },
  { kind: 'compound', ask: 'hus', forms: 'rådhuset' },
  { kind: 'typo', ask: 'sjukepleierane', forms: 'sjukepleiarane' },
  { kind: 'not', ask: 'ikkje -avis', forms: 'ikkje', without: 'avisa avisene', exactly: true },
]
