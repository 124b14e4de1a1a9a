import { nb } from './nb.ts'

/** Norwegian nynorsk: its own forms, with the spoken ones of bokmål, for people mix them. */
export const nn = [
  ...nb,
  ...`
aldri alle alltid alt altså andre annan anna annleis at av bak berre begge blei vart bli blir blitt vorte bort borte bør burde både
då dei deg deim den denne der dykk dykkar deira difor dermed dersom dessutan det dette di din dine desse ditt du dit
eg ein eit eitt eller elles enda einaste enn enno er etter eigentleg
faktisk fann fekk finst fleire flest for framfor fordi framleis frå fram få får fått før først
gi gir gav gjeve gjennom gjerne gjorde gjort gjer gjera gjere gå går gjekk gått ganske gong gonger
ha hadde hatt han hans har hei heile heilt heller henne hennar her herifrå hit ho hos kva kven kvar kvart kvarandre kva kvifor korleis kor om viss
i ifrå igjen gjennom ikkje imellom imot ingen ingenting inkje inn inne innan inni ja jau jo
kan kanskje kom koma kome kjem komme kunne kunna
ligg liksom litt like likevel låg
mange med meg mellom men medan meir mest mi min mine minst mitt mot mykje må måtte
no når nær nede nei nesten ned noko nokon nokre nokosinne nok nettopp
og òg også ofte opp oppe oss over overalt
sa sagt same samt sjå seg sjølv sjølvsagt sett seinare si seie seier seia sidan sin sine sist sitt sit skal skulle slik slike slikt snart som sånn såg synest
ta tek tar tok teke tatt takk til tilbake trudde trur tre to typ tenkjer tenkte tenkt
under ut utan utanfor ute
var vel ved veit visste vita vite vi vil ville vera vere vore vår våre vårt veldig
å åt
tjuge førti åtte elleve ein eitt fyrste andre sjølve heile heil byrja byrjar byrja
`
    .split(/\s+/)
    .filter(Boolean),
]
