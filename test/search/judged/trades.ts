import type { Judged } from './villages.ts'

// Long because it is texts and a list.
/** Invented talks of people at work, a passage a line, with searches judged by hand before they were tried: uneven plurals, strong verbs, links in compounds, nynorsk endings, ways of writing, slips of the finger. */
export const trades: readonly Judged[] = [
  {
    language: 'sv',
    text: `Hon frös om fötterna hela vintern på avdelningen.
Nattsköterskan tvingades ta tre dubbelpass i följd.
Patienterna ljög aldrig, men journalerna gjorde det.
Städerskornas arbetsmiljö mättes först efter strejken.
Barnbarnen hjälpte till med räkningarna och bokföringen.
Jag slapp jouren, de andra hade inte sluppit den.
Läkarbristen har vuxit, vårdcentralernas köer likaså.
Två av rösterna försvann när valsedlarna räknades.
Kyrkogårdsförvaltningen höll i trädfällningen.
Vi knöt kontakter med universitetssjukhuset.
Fiskelyckan svek oss, nätens maskor var för stora.
Fågelskådarna kröp fram genom vassen.
Hamnkaptenens dotter blev sjökapten.
Korna mjölkades av en robot, mjölkpriset sjönk ändå.
Han bad om ledigt, ledigheten beviljades.
Skogsägarföreningens ombud teg.
Eleverna bytte skolor, en elev bytte tre gånger.
Distriktssköterskor cyklar mellan byarna.
Getterna åt upp häcken.
Någon stal kopparledningarna vid järnvägsstationen.
Föräldramötet blev inställt, föräldrarna uteblev.
Bibliotekarien drog ner öppettiderna.
Det är ett e-postmeddelande, inte ett brev.
Man skar ner på hemtjänsten, nedskärningarna blev många.
Äldrevårdens chefer slet ut sig.
Möss hade gnagt sönder slangarna i bikuporna.
Kökspersonalen drack kaffe stående.
Löneförhandlingarna bröt samman, förhandlaren grät.
Ölbryggeriet tar emot grupper, men bystugan är stängd.
Koskötaren och byrådet var oense.
Försäkringen täckte inget, kring torget stod vattnet högt.`,
    questions: [
      { kind: 'stem', ask: 'fot', forms: 'fötterna' },
      { kind: 'stem', ask: 'frysa', forms: 'frös' },
      { kind: 'stem', ask: 'tvinga', forms: 'tvingades' },
      { kind: 'stem', ask: 'ljuga', forms: 'ljög' },
      { kind: 'stem', ask: 'mäta', forms: 'mättes' },
      { kind: 'stem', ask: 'slippa', forms: 'slapp sluppit' },
      { kind: 'stem', ask: 'knyta', forms: 'knöt' },
      { kind: 'stem', ask: 'svika', forms: 'svek' },
      { kind: 'stem', ask: 'krypa', forms: 'kröp' },
      { kind: 'stem', ask: 'tiga', forms: 'teg' },
      { kind: 'stem', ask: 'skära', forms: 'skar nedskärningarna' },
      { kind: 'stem', ask: 'slita', forms: 'slet' },
      { kind: 'stem', ask: 'mus', forms: 'möss' },
      { kind: 'stem', ask: 'gnaga', forms: 'gnagt' },
      { kind: 'stem', ask: 'sjunka', forms: 'sjönk' },
      { kind: 'stem', ask: 'ko', forms: 'korna koskötaren', not: 'kontakter kopparledningarna' },
      { kind: 'stem', ask: 'get', forms: 'getterna' },
      { kind: 'stem', ask: 'stjäla', forms: 'stal' },
      { kind: 'stem', ask: 'valsedel', forms: 'valsedlarna' },
      { kind: 'stem', ask: 'elevs', forms: 'eleverna elev' },
      { kind: 'stem', ask: 'växa', forms: 'vuxit' },
      { kind: 'compound', ask: 'sköterska', forms: 'nattsköterskan distriktssköterskor' },
      { kind: 'compound', ask: 'natt', forms: 'nattsköterskan' },
      { kind: 'compound', ask: 'pass', forms: 'dubbelpass' },
      { kind: 'compound', ask: 'miljö', forms: 'arbetsmiljö' },
      { kind: 'compound', ask: 'bokföring', forms: 'bokföringen' },
      { kind: 'compound', ask: 'brist', forms: 'läkarbristen' },
      { kind: 'compound', ask: 'vårdcentral', forms: 'vårdcentralernas' },
      { kind: 'compound', ask: 'förvaltning', forms: 'kyrkogårdsförvaltningen' },
      { kind: 'compound', ask: 'träd', forms: 'trädfällningen', not: 'trädgård' },
      { kind: 'compound', ask: 'sjukhus', forms: 'universitetssjukhuset' },
      { kind: 'compound', ask: 'kapten', forms: 'hamnkaptenens sjökapten' },
      { kind: 'compound', ask: 'pris', forms: 'mjölkpriset' },
      { kind: 'compound', ask: 'skog', forms: 'skogsägarföreningens' },
      { kind: 'compound', ask: 'station', forms: 'järnvägsstationen' },
      { kind: 'compound', ask: 'förälder', forms: 'föräldramötet föräldrarna' },
      { kind: 'compound', ask: 'koppar', forms: 'kopparledningarna' },
      { kind: 'compound', ask: 'vård', forms: 'vårdcentralernas äldrevårdens' },
      { kind: 'compound', ask: 'personal', forms: 'kökspersonalen' },
      { kind: 'compound', ask: 'kök', forms: 'kökspersonalen' },
      { kind: 'compound', ask: 'lön', forms: 'löneförhandlingarna' },
      { kind: 'compound', ask: 'by', forms: 'byarna bystugan byrådet', not: 'bytte' },
      { kind: 'compound', ask: 'öl', forms: 'ölbryggeriet', not: 'följd' },
      { kind: 'compound', ask: 'bi', forms: 'bikuporna', not: 'bibliotekarien' },
      { kind: 'compound', ask: 'kring', forms: 'kring', exactly: true },
      { kind: 'hyphen', ask: 'e-post', forms: 'e-postmeddelande' },
      { kind: 'hyphen', ask: 'epost', forms: 'e-postmeddelande' },
      { kind: 'hyphen', ask: 'natt sköterska', forms: 'nattsköterskan' },
      { kind: 'hyphen', ask: 'järnvägs-stationen', forms: 'järnvägsstationen' },
      { kind: 'typo', ask: 'foraldrar', forms: 'föräldramötet föräldrarna' },
      { kind: 'typo', ask: 'strjeken', forms: 'strejken' },
      { kind: 'typo', ask: 'bokforingen', forms: 'bokföringen' },
      { kind: 'typo', ask: 'patientrena', forms: 'patienterna' },
      { kind: 'typo', ask: 'joourer', forms: 'jouren' },
      { kind: 'typo', ask: 'bibliotekaren', forms: 'bibliotekarien' },
      { kind: 'phrase', ask: '"hela vintern"', saying: ['hela vintern'], exactly: true },
      { kind: 'not', ask: 'föräldrar -möte', forms: 'föräldrarna', without: 'föräldramötet', exactly: true },
    ],
  },
  {
    language: 'nb',
    text: `Hun frøs på føttene da strømmen gikk.
Nattevakten løp mellom to avdelinger.
Sykepleierne slapp ut en stund, de andre hadde ikke sluppet.
Jeg skjønte ingenting før tolken kom, tolketjenesten er overbelastet.
Trålerne lå ved kai, fiskekvotene var brukt opp.
Husene i gata er fra krigen, husleia er lav.
Kyrne beiter ved elvebredden, fjøset brant i fjor.
Elevene skrev brev til ordføreren, ordførerne i nabokommunene svarte.
Barnehagene stengte, barnehageplass er umulig å få.
Bøndenes organisasjon sto bak oppropet.
Noen stjal verktøyet fra båthuset.
Han bøyde seg og knyttet støvlene.
Gjetergutten sov i en gamme.
Lønningene steg, lønnsoppgjøret tok to uker.
Bygdefolket samlet seg i grendehuset.
Vi bandt sammen garnene og ba om bør.
Reindriften er en næring, reinen er ikke kjæledyr.
Turgåerne skremte dyrene.
Skoleeieren fant på unnskyldninger.
Eiendomsmeglerens anslag var for høyt.
Kjøpmannen solgte ut varelageret.
Det ble sunget i kirken, kirkekoret er godt.
Tømmerhoggerne bodde i koier, en koie rommer fire.
Arbeidsgiverne klager over sykefraværet.
Hjemmesykepleien kjører elbil, elbilene står mye.
Fagforeningsmøtet var i byparken.
Kubonden fikk melkekvote.
Budsjettkuttene rammet oss, kommunestyret vedtok dem.`,
    questions: [
      { kind: 'stem', ask: 'fryse', forms: 'frøs' },
      { kind: 'stem', ask: 'fot', forms: 'føttene' },
      { kind: 'stem', ask: 'løpe', forms: 'løp' },
      { kind: 'stem', ask: 'slippe', forms: 'slapp sluppet' },
      { kind: 'stem', ask: 'skjønner', forms: 'skjønte' },
      { kind: 'stem', ask: 'brenne', forms: 'brant' },
      { kind: 'stem', ask: 'hus', forms: 'husene husleia båthuset grendehuset' },
      { kind: 'stem', ask: 'ku', forms: 'kyrne kubonden', not: 'kuttene' },
      { kind: 'stem', ask: 'stjele', forms: 'stjal' },
      { kind: 'stem', ask: 'binde', forms: 'bandt' },
      { kind: 'stem', ask: 'be', forms: 'ba' },
      { kind: 'stem', ask: 'stige', forms: 'steg' },
      { kind: 'stem', ask: 'synger', forms: 'sunget' },
      { kind: 'stem', ask: 'bonde', forms: 'bøndenes kubonden' },
      { kind: 'stem', ask: 'ordfører', forms: 'ordføreren ordførerne' },
      { kind: 'stem', ask: 'elev', forms: 'elevene' },
      { kind: 'stem', ask: 'lønn', forms: 'lønningene lønnsoppgjøret' },
      { kind: 'stem', ask: 'koie', forms: 'koier koie' },
      { kind: 'stem', ask: 'samler', forms: 'samlet' },
      { kind: 'compound', ask: 'vakt', forms: 'nattevakten' },
      { kind: 'compound', ask: 'natt', forms: 'nattevakten' },
      { kind: 'compound', ask: 'tolk', forms: 'tolken tolketjenesten' },
      { kind: 'compound', ask: 'tjeneste', forms: 'tolketjenesten' },
      { kind: 'compound', ask: 'kvote', forms: 'fiskekvotene melkekvote' },
      { kind: 'compound', ask: 'fisk', forms: 'fiskekvotene' },
      { kind: 'compound', ask: 'kommune', forms: 'nabokommunene kommunestyret' },
      { kind: 'compound', ask: 'plass', forms: 'barnehageplass' },
      { kind: 'compound', ask: 'grend', forms: 'grendehuset' },
      { kind: 'compound', ask: 'rein', forms: 'reindriften reinen' },
      { kind: 'compound', ask: 'eiendom', forms: 'eiendomsmeglerens' },
      { kind: 'compound', ask: 'lager', forms: 'varelageret' },
      { kind: 'compound', ask: 'kor', forms: 'kirkekoret' },
      { kind: 'compound', ask: 'fravær', forms: 'sykefraværet' },
      { kind: 'compound', ask: 'fagforening', forms: 'fagforeningsmøtet' },
      { kind: 'compound', ask: 'by', forms: 'byparken', not: 'bygdefolket' },
      { kind: 'compound', ask: 'budsjett', forms: 'budsjettkuttene' },
      { kind: 'compound', ask: 'sykepleie', forms: 'hjemmesykepleien' },
      { kind: 'hyphen', ask: 'el-bil', forms: 'elbil elbilene' },
      { kind: 'hyphen', ask: 'barnehage plass', forms: 'barnehageplass' },
      { kind: 'typo', ask: 'barnehavene', forms: 'barnehagene' },
      { kind: 'typo', ask: 'sykepliere', forms: 'sykepleierne' },
      { kind: 'typo', ask: 'arbeidsgiverene', forms: 'arbeidsgiverne' },
      { kind: 'typo', ask: 'ordforer', forms: 'ordføreren ordførerne' },
      { kind: 'typo', ask: 'unskyldninger', forms: 'unnskyldninger' },
      { kind: 'phrase', ask: '"tok to uker"', saying: ['tok to uker'], exactly: true },
      { kind: 'not', ask: 'elev -brev', forms: 'elevar', exactly: true },
    ],
  },
  {
    language: 'nn',
    text: `Jentene gjekk på ski, gutane låg heime.
Veslejenta fraus på føtene.
Sauene beita i fjellsida, ei sau kom bort.
Han baud meg arbeid på ferjekaia.
Fiskarane drog garna, garnet rauk.
Me skreiv til fylkeskommunen, fylket svara ikkje.
Bygdene mista butikkane sine, bygdebutikken vår òg.
Mjølkeprisen fall, mjølka vert sur.
Ungdomane flytta ut, utflyttinga held fram.
Kyrkja brann i nittiåra, kyrkjelyden samla inn pengar.
Sjukepleiarutdanninga vart lagd ned.
Dei bygde ny veg, vegane er smale.
Songkoret song på gamleheimen.
Ho las for borna kvar kveld, barnebøkene er slitne.
Kommunestyremøtet drog ut.
Snøen smelta, snøskreda kom.
Rektoren sleppte ikkje inn foreldra.
Tunnelane er tronge, tunnelen vår lek.
Eg bar ved, vedkløyvaren er god å ha.
Kyrne mine står på fjøsen.
Arbeidsplassane forsvann då smelteverket stengde.
Husa står tomme, eit hus brann.`,
    questions: [
      { kind: 'stem', ask: 'jente', forms: 'jentene veslejenta' },
      { kind: 'stem', ask: 'gut', forms: 'gutane' },
      { kind: 'stem', ask: 'fot', forms: 'føtene' },
      { kind: 'stem', ask: 'sau', forms: 'sauene sau' },
      { kind: 'stem', ask: 'by', forms: 'baud', not: 'bygdene bygde' },
      { kind: 'stem', ask: 'dra', forms: 'drog' },
      { kind: 'stem', ask: 'skrive', forms: 'skreiv' },
      { kind: 'stem', ask: 'falle', forms: 'fall' },
      { kind: 'stem', ask: 'brenne', forms: 'brann' },
      { kind: 'stem', ask: 'syngje', forms: 'song' },
      { kind: 'stem', ask: 'ryke', forms: 'rauk' },
      { kind: 'stem', ask: 'leke', forms: 'lek' },
      { kind: 'stem', ask: 'kyrkje', forms: 'kyrkja kyrkjelyden' },
      { kind: 'stem', ask: 'ku', forms: 'kyrne' },
      { kind: 'stem', ask: 'svare', forms: 'svara' },
      { kind: 'stem', ask: 'mjølk', forms: 'mjølkeprisen mjølka' },
      { kind: 'stem', ask: 'fiskar', forms: 'fiskarane' },
      { kind: 'stem', ask: 'forsvinne', forms: 'forsvann' },
      { kind: 'stem', ask: 'barn', forms: 'borna barnebøkene' },
      { kind: 'compound', ask: 'fjell', forms: 'fjellsida' },
      { kind: 'compound', ask: 'kai', forms: 'ferjekaia' },
      { kind: 'compound', ask: 'fylke', forms: 'fylkeskommunen fylket' },
      { kind: 'compound', ask: 'butikk', forms: 'butikkane bygdebutikken' },
      { kind: 'compound', ask: 'pris', forms: 'mjølkeprisen' },
      { kind: 'compound', ask: 'flytting', forms: 'utflyttinga' },
      { kind: 'compound', ask: 'utdanning', forms: 'sjukepleiarutdanninga' },
      { kind: 'compound', ask: 'kor', forms: 'songkoret' },
      { kind: 'compound', ask: 'heim', forms: 'heime gamleheimen' },
      { kind: 'compound', ask: 'bok', forms: 'barnebøkene' },
      { kind: 'compound', ask: 'møte', forms: 'kommunestyremøtet' },
      { kind: 'compound', ask: 'snø', forms: 'snøen snøskreda' },
      { kind: 'compound', ask: 'ved', forms: 'ved vedkløyvaren', not: 'vedtak' },
      { kind: 'compound', ask: 'arbeidsplass', forms: 'arbeidsplassane' },
      { kind: 'stem', ask: 'hus', forms: 'husa hus' },
      { kind: 'typo', ask: 'fylkekommunen', forms: 'fylkeskommunen' },
      { kind: 'typo', ask: 'arbeidsplasane', forms: 'arbeidsplassane' },
      { kind: 'typo', ask: 'utflytinga', forms: 'utflyttinga' },
      { kind: 'hyphen', ask: 'fylkes kommune', forms: 'fylkeskommunen' },
    ],
  },
  {
    language: 'en',
    text: `Nurses are leaving, and one nurse told me why.
The wolves came down, a wolf took two sheep.
We froze in the bus shelter while the drivers were striking.
He strove for fairness, and his colleagues stuck by him.
She taught evening classes at the community college.
The shelves were empty, shelving was all they had.
The hospital's waiting lists have swollen.
Housekeeping staff hid in the laundry.
Firefighters fought the blaze, a firefighter fell.
The midwives swore they'd never go back, but a midwife returned.
Childcare costs doubled, the children stayed with grandparents.
It was a well-being survey, about wellbeing at work.
My apprenticeship lasted four years, apprentices earn little.
They dug ditches and laid the pipes themselves.
The crises came one after another, each crisis costlier.
Our neighbours shook hands, though neighbourly it was not.
The timetable was torn up, timetables never held.
Teachers' wages shrank, the schoolteacher in our village left.
Farming families split, a farmhouse was sold.
I was bitten by a dog and bled all evening.
The analyses agreed with my analysis.
Paper work is a burden, the paperwork never ends.`,
    questions: [
      { kind: 'stem', ask: 'nurse', forms: 'nurses nurse' },
      { kind: 'stem', ask: 'wolf', forms: 'wolves wolf' },
      { kind: 'stem', ask: 'freeze', forms: 'froze' },
      { kind: 'stem', ask: 'strike', forms: 'striking' },
      { kind: 'stem', ask: 'strive', forms: 'strove' },
      { kind: 'stem', ask: 'stick', forms: 'stuck' },
      { kind: 'stem', ask: 'teach', forms: 'taught teachers schoolteacher' },
      { kind: 'stem', ask: 'shelf', forms: 'shelves' },
      { kind: 'stem', ask: 'swell', forms: 'swollen' },
      { kind: 'stem', ask: 'hide', forms: 'hid' },
      { kind: 'stem', ask: 'swear', forms: 'swore' },
      { kind: 'stem', ask: 'midwife', forms: 'midwives midwife' },
      { kind: 'stem', ask: 'dig', forms: 'dug' },
      { kind: 'stem', ask: 'lay', forms: 'laid' },
      { kind: 'stem', ask: 'crisis', forms: 'crises crisis' },
      { kind: 'stem', ask: 'shake', forms: 'shook' },
      { kind: 'stem', ask: 'tear', forms: 'torn' },
      { kind: 'stem', ask: 'shrink', forms: 'shrank' },
      { kind: 'stem', ask: 'bite', forms: 'bitten' },
      { kind: 'stem', ask: 'bleed', forms: 'bled' },
      { kind: 'stem', ask: 'analysis', forms: 'analyses analysis' },
      { kind: 'stem', ask: 'neighbor', forms: 'neighbours neighbourly' },
      { kind: 'compound', ask: 'teacher', forms: 'teachers schoolteacher' },
      { kind: 'compound', ask: 'farm', forms: 'farming farmhouse' },
      { kind: 'compound', ask: 'child', forms: 'childcare children' },
      { kind: 'compound', ask: 'parent', forms: 'grandparents' },
      { kind: 'hyphen', ask: 'wellbeing', forms: 'well-being wellbeing' },
      { kind: 'hyphen', ask: 'paperwork', saying: ['paper work', 'paperwork'] },
      { kind: 'hyphen', ask: 'time table', forms: 'timetable timetables' },
      { kind: 'typo', ask: 'aprenticeship', forms: 'apprenticeship' },
      { kind: 'typo', ask: 'collegues', forms: 'colleagues' },
      { kind: 'typo', ask: 'housekeping', forms: 'housekeeping' },
      { kind: 'phrase', ask: '"waiting lists"', saying: ['waiting lists'], exactly: true },
      { kind: 'not', ask: 'evening -classes', forms: 'evening', without: 'classes', exactly: true },
    ],
  },
]
