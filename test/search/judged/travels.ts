import type { Judged } from './villages.ts'

/** Invented talks about school, sport, church, flight and the sea, a passage a line. Written when the rules stood, and judged before they were tried: what they show of texts that nobody had in mind. */
export const travels: readonly Judged[] = [
  {
    language: 'sv',
    text: `Tränaren bet ihop när klubben förlorade kvalmatchen.
Vi åkte flyktingbåten i tre dygn, flykten kostade allt.
Rektorerna bytte schema mitt i terminen.
Klassrummen saknar fönster, fönstren var förspikade.
Kyrkoherden vigde dem, vigseln tog tio minuter.
Hon övergav laget, lagkamraterna blev ledsna.
Asylsökande fick vänta, väntetiderna blev år.
Segelbåtarna drev i land, seglen hade spruckit.
Skolskjutsen avgick utan barnen.
Fotbollsplanen ligger bakom ishallen.
Konfirmanderna sov i församlingshemmet.
Tolkarna deltog i samtalen, tolkningen haltade.
Han ansökte om uppehållstillstånd, ansökan avslogs.
Löparna sprang i lera, ett löparspår finns.
Gymnasisterna strejkade för klimatet.
Nycklarna hängde på kroken, nyckelknippan var tung.
Vaktmästarens tecken förstod ingen, tecknen var otydliga.
Fartygsbefälet skrek order, rodret gick sönder.
De välte båten i hamninloppet.
Kökön var lång i matsalen, maten kall.
Gudstjänsterna är glest besökta.
Rasterna är för korta.`,
    questions: [
      { kind: 'stem', ask: 'bita', forms: 'bet' },
      { kind: 'stem', ask: 'överge', forms: 'övergav' },
      { kind: 'stem', ask: 'deltar', forms: 'deltog' },
      { kind: 'stem', ask: 'avgå', forms: 'avgick' },
      { kind: 'stem', ask: 'segel', forms: 'segelbåtarna seglen' },
      { kind: 'stem', ask: 'fönstret', forms: 'fönster fönstren' },
      { kind: 'stem', ask: 'nyckel', forms: 'nycklarna nyckelknippan' },
      { kind: 'stem', ask: 'tecken', forms: 'tecken tecknen' },
      { kind: 'stem', ask: 'skrika', forms: 'skrek' },
      { kind: 'stem', ask: 'rektor', forms: 'rektorerna' },
      { kind: 'stem', ask: 'välta', forms: 'välte' },
      { kind: 'stem', ask: 'tolk', forms: 'tolkarna tolkningen' },
      { kind: 'stem', ask: 'rast', forms: 'rasterna' },
      { kind: 'compound', ask: 'match', forms: 'kvalmatchen' },
      { kind: 'compound', ask: 'flykting', forms: 'flyktingbåten' },
      { kind: 'compound', ask: 'båt', forms: 'flyktingbåten segelbåtarna båten' },
      { kind: 'compound', ask: 'lag', forms: 'laget lagkamraterna', not: 'klass' },
      { kind: 'compound', ask: 'vänta', forms: 'vänta väntetiderna' },
      { kind: 'compound', ask: 'skjuts', forms: 'skolskjutsen' },
      { kind: 'compound', ask: 'fotboll', forms: 'fotbollsplanen' },
      { kind: 'compound', ask: 'hall', forms: 'ishallen' },
      { kind: 'compound', ask: 'is', forms: 'ishallen' },
      { kind: 'compound', ask: 'hem', forms: 'församlingshemmet' },
      { kind: 'compound', ask: 'tillstånd', forms: 'uppehållstillstånd' },
      { kind: 'compound', ask: 'tid', forms: 'väntetiderna' },
      { kind: 'compound', ask: 'kyrka', forms: 'kyrkoherden' },
      { kind: 'compound', ask: 'tjänst', forms: 'gudstjänsterna' },
      { kind: 'compound', ask: 'sal', forms: 'matsalen' },
      { kind: 'typo', ask: 'fotbolsplan', forms: 'fotbollsplanen' },
      { kind: 'typo', ask: 'gudstjanst', forms: 'gudstjänsterna' },
      { kind: 'typo', ask: 'konfirmandrena', forms: 'konfirmanderna' },
      { kind: 'hyphen', ask: 'skol skjuts', forms: 'skolskjutsen' },
    ],
  },
  {
    language: 'nb',
    text: `Lærerne skrek seg hese i gymsalen.
Flyktningene fikk hybel, hyblene var trange.
Prestegården er solgt, prestene leier.
Fingrene frøs fast i trossa.
Idrettslaget delte ut stipend, lagene er små.
Skiløperen brakk beinet, beina er skjøre.
Speilene i garderoben er knust.
Mottakssenteret ble lagt ned, sentrene flytter nordover.
Han tilbød seg å kjøre, tilbudet sto ved lag.
Seilene revnet i stormen, seilbåten sank.
Hun rakk aldri fergeleiet.
Menighetsrådet vedtok alt, rådet møtes sjelden.
Elvene frøs, elvekanten er farlig.
Barneskoleelevene lærer å svømme i svømmehallen.
De unngikk saken og utsatte møtet.
Språkkursene fylles fort, språket er nøkkelen.
Treneren ga opp, treningene ble avlyst.
Nøklene lå i bua.`,
    questions: [
      { kind: 'stem', ask: 'skrike', forms: 'skrek' },
      { kind: 'stem', ask: 'hybel', forms: 'hybel hyblene' },
      { kind: 'stem', ask: 'finger', forms: 'fingrene' },
      { kind: 'stem', ask: 'brekke', forms: 'brakk' },
      { kind: 'stem', ask: 'speil', forms: 'speilene' },
      { kind: 'stem', ask: 'senter', forms: 'mottakssenteret sentrene' },
      { kind: 'stem', ask: 'tilby', forms: 'tilbød' },
      { kind: 'stem', ask: 'synke', forms: 'sank' },
      { kind: 'stem', ask: 'rekke', forms: 'rakk' },
      { kind: 'stem', ask: 'unngå', forms: 'unngikk' },
      { kind: 'stem', ask: 'utsette', forms: 'utsatte' },
      { kind: 'stem', ask: 'nøkkel', forms: 'nøkkelen nøklene' },
      { kind: 'stem', ask: 'trening', forms: 'treningene' },
      { kind: 'stem', ask: 'bein', forms: 'beinet beina' },
      { kind: 'compound', ask: 'sal', forms: 'gymsalen' },
      { kind: 'compound', ask: 'gård', forms: 'prestegården' },
      { kind: 'compound', ask: 'prest', forms: 'prestegården prestene' },
      { kind: 'compound', ask: 'lag', forms: 'idrettslaget lagene lag' },
      { kind: 'compound', ask: 'mottak', forms: 'mottakssenteret' },
      { kind: 'compound', ask: 'båt', forms: 'seilbåten' },
      { kind: 'compound', ask: 'menighet', forms: 'menighetsrådet' },
      { kind: 'compound', ask: 'råd', forms: 'menighetsrådet rådet' },
      { kind: 'compound', ask: 'elev', forms: 'barneskoleelevene', not: 'elvene' },
      { kind: 'compound', ask: 'svømming OR svømme', forms: 'svømme svømmehallen' },
      { kind: 'compound', ask: 'språk', forms: 'språkkursene språket' },
      { kind: 'compound', ask: 'kurs', forms: 'språkkursene' },
      { kind: 'typo', ask: 'flyktingene', forms: 'flyktningene' },
      { kind: 'typo', ask: 'idrettlag', forms: 'idrettslaget' },
      { kind: 'typo', ask: 'menighetsrodet', forms: 'menighetsrådet' },
    ],
  },
  {
    language: 'nn',
    text: `Elevane fekk vitnemåla sine, vitnemål er viktige.
Fiskebåtane låg til kai, båten vår òg.
Læraren kravde ro, krava var strenge.
Døra stod open, dørene er tunge.
Dei valde henne til leiar, leiarane før henne gav seg.
Skulebussane køyrer ikkje om laurdagar.
Soknepresten heldt preika, preiker er lange.
Eg drøymde om sjøen.
Idrettshallen vart bygd for spelemidlar.
Bestemora mi song, songane er gløymde.
Veret var hardt, uveret tok taket.
Flyktningane lærte språket på kvelden.`,
    questions: [
      { kind: 'stem', ask: 'vitnemål', forms: 'vitnemåla vitnemål' },
      { kind: 'stem', ask: 'krav', forms: 'kravde krava' },
      { kind: 'stem', ask: 'dør', forms: 'døra dørene' },
      { kind: 'stem', ask: 'leiar', forms: 'leiar leiarane' },
      { kind: 'stem', ask: 'velje', forms: 'valde' },
      { kind: 'stem', ask: 'halde', forms: 'heldt' },
      { kind: 'stem', ask: 'preike', forms: 'preika preiker' },
      { kind: 'stem', ask: 'drøyme', forms: 'drøymde' },
      { kind: 'stem', ask: 'flyktning', forms: 'flyktningane' },
      { kind: 'stem', ask: 'gløyme', forms: 'gløymde' },
      { kind: 'compound', ask: 'båt', forms: 'fiskebåtane båten' },
      { kind: 'compound', ask: 'buss', forms: 'skulebussane' },
      { kind: 'compound', ask: 'prest', forms: 'soknepresten' },
      { kind: 'compound', ask: 'hall', forms: 'idrettshallen' },
      { kind: 'compound', ask: 'ver', forms: 'veret uveret' },
      { kind: 'compound', ask: 'mor', forms: 'bestemora' },
      { kind: 'typo', ask: 'flyktingane', forms: 'flyktningane' },
      { kind: 'typo', ask: 'idretshallen', forms: 'idrettshallen' },
    ],
  },
  {
    language: 'en',
    text: `The coach swore we would win, and the team's coaching paid off.
Refugees slept in the church hall.
They were stricken by grief, and grieving takes years.
The lifeboat's crew knelt on deck, lifeboats are cold.
Churchgoers sang hymns, hymn books lay open.
She chose the later flight.
The headteacher's decisions were final, deciding was lonely.
Sailing lessons were cancelled, a cancellation fee was paid.
Our goalkeeper broke two fingers.
Thieves stole the bell.
The crew overcame the storm.`,
    questions: [
      { kind: 'stem', ask: 'coach', forms: 'coach coaching' },
      { kind: 'stem', ask: 'refugee', forms: 'refugees' },
      { kind: 'stem', ask: 'grieve', forms: 'grieving' },
      { kind: 'stem', ask: 'kneel', forms: 'knelt' },
      { kind: 'stem', ask: 'choose', forms: 'chose' },
      { kind: 'stem', ask: 'decision', forms: 'decisions' },
      { kind: 'stem', ask: 'canceled', forms: 'cancelled' },
      { kind: 'stem', ask: 'thief', forms: 'thieves' },
      { kind: 'stem', ask: 'overcome', forms: 'overcame' },
      { kind: 'compound', ask: 'boat', forms: "lifeboat's lifeboats" },
      { kind: 'compound', ask: 'church', forms: 'church churchgoers' },
      { kind: 'compound', ask: 'teacher', forms: "headteacher's" },
      { kind: 'compound', ask: 'keeper', forms: 'goalkeeper' },
      { kind: 'typo', ask: 'refugges', forms: 'refugees' },
      { kind: 'typo', ask: 'goalkepeer', forms: 'goalkeeper' },
    ],
  },
]
