import type { Question } from './question.ts'

/** An invented interview: a passage a line. */
export const moreSwedishText = `Böckerna stod kvar i kartonger när biblioteket flyttade in i det gamla mejeriet.
En bok om dagen läste hon, mest om sjöfart.
Sönerna tog över gården, men ingen son ville ha mjölkkorna.
Hon är en snäll person, och personalen är som hon.
Det var ett barnbarn som lärde mig att betala räkningarna på nätet.
Händerna blir kalla av fisken, och handen min är stel på morgonen.
Hon handlade i affären när den fanns.
Vi har två tåg om dagen, morgontåget och kvällståget.
Sjukvårdsupplysningen svarade inte, så jag ringde vårdcentralen.
Hemtjänsten kommer klockan åtta.
Hemtjänstpersonalen byts ut varje sommar.
Skogsägarna sålde virket innan stormen, och skogen är borta.
Han sprang till bryggan varje dag, nu springer han inte längre.
Färjan gick sönder, och sedan gick färjorna aldrig mer.
Färjelinjen lades ner på våren.
Man ska inte ge upp, jag gav aldrig upp och har gett allt.
E-posten fungerade dåligt den vintern.
Jag skickade ett epostmeddelande till myndigheten.
IT-avdelningen satt i källaren.
Det regnade, och regnet slog in genom fönstren.
Regnet är bra för åkrarna.
Tandläkaren flyttade, och tandläkarna vill inte hit.
Vännerna bodde i stan, min bästa vän på landet.
Ordet använder ingen här.
Kvinnorna startade en kvinnojour.
Priserna stiger, och elpriset är värst.
Trädgården är min, men trädgårdsarbetet gör grannpojken.
De nyanlända lärde sig språket på kaféet.
Hon har skrivit, suttit och väntat på bygglovet.
Klimatanpassningen är att vi dikar.
Långtidssjukskrivna får ingen hjälp.
Ja, alltså, som sagt var, det ordnar sig.
Mössen åt upp fröna, en mus räcker för att förstöra en säck.
Fötterna höll inte, en fot är bruten två gånger.
Han var rädd att företaget skulle dö, och det dog.
Kaffekopparna diskas av den som kom sist.
Ett stort hus är dyrare än ett större hus med bergvärme.
Medborgarförslaget röstades ned i fullmäktige.
Invånarna är färre, men varje invånare syns mer.
Ledarskapet i bolaget byttes, och ledaren flyttade söderut.`

/** Searches in it, judged by hand before they were tried. */
export const moreSwedish: readonly Question[] = [
  { kind: 'stem', ask: 'bok', forms: 'bok böckerna', not: 'bokade' },
  { kind: 'stem', ask: 'böcker', forms: 'bok böckerna' },
  { kind: 'stem', ask: 'son', forms: 'sönerna son', not: 'person personalen' },
  { kind: 'stem', ask: 'hand', forms: 'händerna handen' },
  { kind: 'stem', ask: 'springa', forms: 'sprang springer' },
  { kind: 'stem', ask: 'ger', forms: 'ge gav gett' },
  { kind: 'stem', ask: 'vän', forms: 'vännerna vän', not: 'använder' },
  { kind: 'stem', ask: 'nyanländ', forms: 'nyanlända' },
  { kind: 'stem', ask: 'skriver', forms: 'skrivit' },
  { kind: 'stem', ask: 'mus', forms: 'mössen mus' },
  { kind: 'stem', ask: 'fot', forms: 'fötterna fot' },
  { kind: 'stem', ask: 'dött', forms: 'dö dog' },
  { kind: 'stem', ask: 'invånarna', forms: 'invånare invånarna' },
  { kind: 'stem', ask: 'stora', forms: 'stort större' },
  { kind: 'stem', ask: 'läser', forms: 'läste' },
  { kind: 'stem', ask: 'färjor', forms: 'färjan färjorna' },
  { kind: 'compound', ask: 'färja', forms: 'färjan färjelinjen' },
  { kind: 'compound', ask: 'vård', forms: 'sjukvårdsupplysningen vårdcentralen' },
  { kind: 'compound', ask: 'tjänst', forms: 'hemtjänsten hemtjänstpersonalen' },
  { kind: 'compound', ask: 'personal', forms: 'personalen hemtjänstpersonalen' },
  { kind: 'compound', ask: 'skog', forms: 'skogsägarna skogen' },
  { kind: 'compound', ask: 'ägare', forms: 'skogsägarna' },
  { kind: 'compound', ask: 'tåg', forms: 'morgontåget kvällståget tåg' },
  { kind: 'compound', ask: 'barn', forms: 'barnbarn' },
  { kind: 'compound', ask: 'läkare', forms: 'tandläkaren tandläkarna' },
  { kind: 'compound', ask: 'kvinna', forms: 'kvinnorna kvinnojour' },
  { kind: 'compound', ask: 'pris', forms: 'priserna elpriset' },
  { kind: 'compound', ask: 'arbetet', forms: 'trädgårdsarbetet' },
  { kind: 'compound', ask: 'sjukskriven', forms: 'långtidssjukskrivna' },
  { kind: 'compound', ask: 'anpassning', forms: 'klimatanpassningen' },
  { kind: 'compound', ask: 'kopp', forms: 'kaffekopparna' },
  { kind: 'compound', ask: 'medborgare', forms: 'medborgarförslaget' },
  { kind: 'compound', ask: 'förslag', forms: 'medborgarförslaget' },
  { kind: 'compound', ask: 'ledare', forms: 'ledarskapet ledaren' },
  { kind: 'compound', ask: 'ko', forms: 'mjölkkorna', not: 'kommer kom koppar kartonger' },
  { kind: 'hyphen', ask: 'epost', forms: 'e-posten epostmeddelande' },
  { kind: 'hyphen', ask: 'e-postmeddelande', forms: 'epostmeddelande' },
  { kind: 'hyphen', ask: 'itavdelning', forms: 'it-avdelningen' },
  { kind: 'hyphen', ask: 'skogs-ägare', forms: 'skogsägarna' },
  { kind: 'typo', ask: 'hemtjensten', forms: 'hemtjänsten' },
  { kind: 'typo', ask: 'trädgåren', forms: 'trädgården' },
  { kind: 'typo', ask: 'sjukvårdsuplysning', forms: 'sjukvårdsupplysningen' },
  { kind: 'typo', ask: 'biblotek', forms: 'biblioteket' },
  { kind: 'phrase', ask: '"som sagt var"', saying: ['som sagt var'], exactly: true },
  { kind: 'phrase', ask: '"sagt som"', saying: ['sagt som'], exactly: true },
  { kind: 'not', ask: 'regn -fönster', forms: 'regnet regnade', without: 'fönstren', not: 'fönstren' },
  { kind: 'not', ask: 'flytta -biblioteket', forms: 'flyttade', without: 'biblioteket', not: 'biblioteket' },
  { kind: 'not', ask: '(tandläkare OR kafé) -stan', forms: 'tandläkaren kaféet affären', exactly: true },
  { kind: 'phrase', ask: '"virket stormen"~3', saying: ['sålde virket innan stormen'], exactly: true },
  { kind: 'phrase', ask: '"virket borta"~3', saying: ['virket borta'], exactly: true },
  { kind: 'stem', ask: 'bygg*', forms: 'bygglovet' },
  { kind: 'synonym', ask: 'fartyg', forms: 'färjan färjorna' },
  { kind: 'synonym', ask: 'affär -fanns', without: 'fanns', forms: 'kaféet' },
]

/** What the study says means the same. */
export const moreSwedishSynonyms = [
  ['fartyg', 'färja'],
  ['affär', 'kafé'],
]
