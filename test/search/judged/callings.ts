import type { Judged } from './villages.ts'

/** Invented talks about work in ten trades, with searches judged before they were tried. */
export const callings: readonly Judged[] = [
  {
    language: 'sv',
    text: `Intervjuare: Hur länge har du varit brandman?
Informant: Sedan sjuttonårsåldern nästan. Farfar var sotare och pappa körde brandbilen.
Informant: Deltidsbrandmännen är ryggraden här ute, utan dem brann varenda lada ner.
Intervjuare: Vad är svårast?
Informant: Trafikolyckorna. Man glömmer inte ett barn som frusit fast i en bil.
Informant: Utryckningarna blev färre när vägräckena sattes upp.
Informant: Vi släckte en skogsbrand som hade brunnit i nio dygn, elden åt sig ner i torven.
Informant: Räddningsledaren sov aldrig. Slangarna sprack i kylan och pumpen frös.
Informant: Stationen behöver en ny stegbil, men stegarna är från sjuttiotalet.
Informant: Alarmet går och jag springer, frugan har slutat fråga.
Intervjuare: Berätta om biblioteket.
Informant: Bokbussen var det första de drog in, och sedan filialbiblioteken ett efter ett.
Informant: Låntagarna är äldre nu. De lånade sju böcker i veckan, och lånen ökar igen.
Informant: Vi har meröppet, så man kommer in med sitt lånekort efter stängning.
Intervjuare: Vilka kommer?
Informant: Nyanlända, pensionärer och skolbarn. Läxhjälpen är full varje tisdag.
Informant: En gammal man läste sina gulnade tidningar högt för sig själv.
Informant: Bibliotekarierna strejkade inte, men de skrev ett argt brev till nämnden.
Informant: Tystnaden är borta, det är tyst bara på måndagsmorgnarna.
Informant: Sagostunderna på arabiska blev en succé, sagorna hade vi hört av mormödrarna själva.
Intervjuare: Hur är det att vara mjölkbonde i dag?
Informant: Fyrtio kor hade far, vi har trehundra. Kossorna mjölkas av en robot.
Informant: Kalvarna föds i mars, och tjurkalvarna säljs till en uppfödare.
Informant: Bönderna runt sjön är tre nu, de var tjugotvå när jag gick i skolan.
Informant: Mejeriet betalar sämre än någonsin, mjölkpriset sjönk med en femtedel.
Informant: Vallen slogs två gånger, ensilagen ruttnade i regnet.
Informant: Djurhållningen kontrolleras av länsstyrelsen, och inspektörerna vet inte fram och bak på en ko.
Informant: Sonen vill ta över gården, men sönerna till grannarna har flyttat.
Informant: Traktorn gick sönder mitt i skörden. Verkstaden hade semesterstängt.
Informant: Gödseln luktar, säger sommargästerna.
Intervjuare: Vad gör du på en vanlig dag inom hemtjänsten?
Informant: Jag cyklar mellan tolv brukare. Cykelställen är borta så jag lutar den mot väggen.
Informant: Undersköterskorna räcker inte. Sjuksköterskan har vi delat med grannkommunen.
Informant: De gamla väntar på mig, väntan är det värsta för dem.
Informant: Matlådorna kommer kalla. Någon värmer dem, en annan slänger dem.
Informant: Min handledare slutade efter tre veckor, sade upp sig rakt av.
Informant: Man bär, lyfter, vänder. Ryggarna går först, sedan knäna.
Informant: En dam på nittiosju sjunger för mig varje morgon, hon sjöng i kyrkokören.
Informant: Schemat är lagt av en dator i Hagesta. Datorn vet inte att det är backigt.
Informant: Anhöriga ringer, och anhörigstödet är en telefonsvarare.
Intervjuare: Hur många elever har kulturskolan?
Informant: Fyrahundra, men fiolerna räcker till sextio. Stråkarna lånar vi av Hagesta.
Informant: Pianolärarna är två på halvtid. Musiklärare är ett yrke som dör ut.
Informant: Barnens föräldrar betalar terminsavgift, avgifterna höjdes i fjol.
Informant: En flicka övade tills fingrarna blödde. Hon antogs vid musikhögskolan.
Informant: Kören repeterar i matsalen, ekot är fruktansvärt.
Informant: Trummorna stals en natt. Tjuvarna lämnade cymbalerna.
Informant: Vi spelade för kungen, det minns alla. Minnena hänger inramade i hallen.
Informant: Rösterna brister i målbrottet. En röst sprack mitt i solot.
Informant: Jag önskar mig en flygel, önskelistan är lång.
Intervjuare: Hur ser linjerna ut?
Informant: Linje 42 går från torget till lasarettet, tre turer om dagen. Bussarna är gamla.
Informant: Förare saknas. Chaufförerna kommer från sju länder och pratar med händerna.
Informant: Biljettmaskinen krånglar, biljetterna skrivs med penna.
Informant: Passagerarna tackar när de går av, det gör de inte i storstäderna.
Informant: Skolskjutsarna körs av ett taxibolag. Taxin väntar inte på någon.
Informant: En älg hoppade rakt ut, bromsarna tog inte. Älgarna dör, vi får plåtskador.
Informant: Hållplatserna flyttades utan att någon frågade. Frågorna kom efteråt.
Informant: Tidtabellen är en saga. En tidtabells enda uppgift är att stämma.
Informant: Pensionen? Jag är sextiosex och kör till jag stupar.
Intervjuare: Hur mycket skog har ni?
Informant: Tvåhundra hektar. Granarna planterades av mormor, barkborren åt upp dem.
Informant: Avverkningen sköts av entreprenörer. Skördarmaskinerna sliter sönder stigarna.
Informant: Skogsägarna är oeniga: en skogsägare vill spara, nästa vill hugga.
Informant: Stormen fällde åttatusen träd. Vindfällena låg som plockepinn.
Informant: Virkespriserna steg, så nu hugger alla. Vi högg i januari.
Informant: Jaktlaget består av elva män och en kvinna. Hundarna är bättre skyttar än karlarna.
Informant: Svampplockarna hittar inte hem. Lingonen och hjortronen plockas av bärplockare från andra sidan jorden.
Informant: Nyckelbiotopen gjorde marken värdelös, värdet halverades.
Informant: Mossarna torkar, myrmarken sjunker. Det var blötare förr.
Intervjuare: Varför öppnade du krog här?
Informant: Jag vann på tips och ville hem. Lokalen hade stått tom i elva år.
Informant: Kockarna hyr rum ovanpå. Den ena kocken kommer från Bergamo.
Informant: Serveringstillståndet tog åtta månader. Tillståndsenheten svarade inte på mejl.
Informant: Bröden bakas i vedugn, surdegen är tolv år äldre än krogen.
Informant: Stamgästerna har egna krokar. En gäst grät när vi bytte stolar.
Informant: Notan får de på papper. Dricksen delas lika mellan disken och matsalen.
Informant: Råvarorna köper vi av bönder i trakten, utom citronerna.
Informant: Under pandemin lagade vi matlådor åt äldreboendena. Hämtmaten räddade oss.
Informant: Vi går runt, men med nöd och näppe.
Intervjuare: Hur fattas besluten om bygglov?
Informant: Nämnden beslutar, men det är jag som skriver. Tre beslut i veckan, ibland fyra.
Informant: Detaljplanerna är från femtiotalet. En detaljplan ska hålla länge, men inte så länge.
Informant: Strandskyddet stoppar hälften av ansökningarna. Stränderna är det enda vi har.
Informant: Byggherren överklagade, grannen överklagade och sedan överklagade länsstyrelsen.
Informant: Höghuset blev lägre. Husen runt torget är från olika sekler.
Informant: Ett villaområde med sextio tomter väntar på vatten och avlopp. Reningsverket klarar inte mer.
Informant: Ritningarna kommer på servetter. Arkitekter har vi inga.
Informant: Medborgardialogen lockade fyra personer. Två av dem var lediga politiker.
Informant: E-tjänsten fungerar, e-legitimationen gör det inte.
Intervjuare: Hur började teaterföreningen?
Informant: På ett fik. Vi var sju stycken med en uthyrd danslokal.
Informant: Skådespelarna är bilmekaniker, lärarinnor och en präst. Prästen får alltid spela skurk.
Informant: Dräkterna syddes av gardiner. Sömmen sprack på premiären.
Informant: Publiken skrattade på fel ställen, men skratten var äkta.
Informant: Föreställningarna är utsålda. Vi sålde tusen biljetter på en kväll.
Informant: Scenen är byggd av lastpallar, scenografin av skrot.
Informant: Bidraget räcker till affischerna. Bidragsansökan är längre än pjäsen.
Informant: Manuset skrev vi om sju gånger, och slutet skrevs samma eftermiddag.
Informant: Ungdomarna kom för pizzan och stannade för rampljuset.
Informant: Ridån föll, bokstavligen. Ingen skadades.`,
    questions: [
      { kind: 'compound', ask: 'brandman', forms: 'brandman deltidsbrandmännen' },
      { kind: 'stem', ask: 'brinna', forms: 'brann brunnit' },
      { kind: 'stem', ask: 'frysa', forms: 'frusit frös', not: 'frukttrea' },
      { kind: 'stem', ask: 'sova', forms: 'sov' },
      { kind: 'stem', ask: 'spricka', forms: 'sprack' },
      { kind: 'stem', ask: 'springa', forms: 'springer' },
      { kind: 'compound', ask: 'bok', forms: 'bokbussen böcker' },
      { kind: 'stem', ask: 'låna', forms: 'lånade lånar' },
      { kind: 'stem', ask: 'morgon', forms: 'morgon måndagsmorgnarna' },
      { kind: 'stem', ask: 'tidning', forms: 'tidningar' },
      { kind: 'stem', ask: 'son', forms: 'sonen sönerna' },
      { kind: 'stem', ask: 'bonde', forms: 'mjölkbonde bönderna bönder' },
      { kind: 'stem', ask: 'gå', forms: 'går gick' },
      { kind: 'compound', ask: 'stor', forms: 'storstäderna', not: 'stormen' },
      { kind: 'compound', ask: 'stad', forms: 'storstäderna' },
      { kind: 'stem', ask: 'finger', forms: 'fingrarna' },
      { kind: 'compound', ask: 'rygg', forms: 'ryggarna ryggraden' },
      { kind: 'stem', ask: 'knä', forms: 'knäna' },
      { kind: 'stem', ask: 'sjunga', forms: 'sjunger sjöng' },
      { kind: 'stem', ask: 'minne', forms: 'minnena' },
      { kind: 'stem', ask: 'röst', forms: 'rösterna röst' },
      { kind: 'stem', ask: 'tjuv', forms: 'tjuvarna' },
      { kind: 'stem', ask: 'stjäla', forms: 'stals' },
      { kind: 'stem', ask: 'stege', forms: 'stegarna stegbil' },
      { kind: 'stem', ask: 'stiga', forms: 'steg', not: 'stegbil' },
      { kind: 'stem', ask: 'hugga', forms: 'hugga hugger högg' },
      { kind: 'stem', ask: 'träd', forms: 'träd' },
      { kind: 'compound', ask: 'gäst', forms: 'gäst stamgästerna sommargästerna' },
      { kind: 'stem', ask: 'bröd', forms: 'bröden' },
      { kind: 'stem', ask: 'dra', forms: 'drog' },
      { kind: 'compound', ask: 'lärare', forms: 'pianolärarna musiklärare' },
      { kind: 'stem', ask: 'beslut', forms: 'besluten beslut' },
      { kind: 'compound', ask: 'hus', forms: 'husen höghuset' },
      { kind: 'stem', ask: 'ritning', forms: 'ritningarna' },
      { kind: 'stem', ask: 'söm', forms: 'sömmen' },
      { kind: 'stem', ask: 'skriva', forms: 'skriver skrev skrivs skrevs' },
      { kind: 'stem', ask: 'äta', forms: 'åt' },
      { kind: 'compound', ask: 'skog', forms: 'skog skogsbrand skogsägarna skogsägare' },
      { kind: 'compound', ask: 'ägare', forms: 'skogsägarna skogsägare' },
      { kind: 'compound', ask: 'mjölk', forms: 'mjölkbonde mjölkpriset' },
      { kind: 'compound', ask: 'pris', forms: 'mjölkpriset virkespriserna' },
      { kind: 'compound', ask: 'ljus', forms: 'rampljuset' },
      { kind: 'compound', ask: 'avgift', forms: 'terminsavgift avgifterna' },
      { kind: 'compound', ask: 'bidrag', forms: 'bidraget bidragsansökan' },
      { kind: 'compound', ask: 'ansökan', forms: 'ansökningarna bidragsansökan' },
      { kind: 'compound', ask: 'sköterska', forms: 'undersköterskorna sjuksköterskan' },
      { kind: 'compound', ask: 'plan', forms: 'detaljplanerna detaljplan', not: 'planterades' },
      { kind: 'compound', ask: 'låda', forms: 'matlådorna matlådor' },
      { kind: 'compound', ask: 'maskin', forms: 'biljettmaskinen skördarmaskinerna' },
      { kind: 'compound', ask: 'biljett', forms: 'biljettmaskinen biljetterna biljetter' },
      { kind: 'hyphen', ask: 'etjänst', forms: 'e-tjänsten' },
      { kind: 'hyphen', ask: 'hem-tjänst', forms: 'hemtjänsten' },
      { kind: 'hyphen', ask: 'grann kommun', forms: 'grannkommunen' },
      { kind: 'typo', ask: 'biblotek', forms: 'biblioteket filialbiblioteken' },
      { kind: 'typo', ask: 'traktro', forms: 'traktorn' },
      { kind: 'typo', ask: 'skådespelarre', forms: 'skådespelarna' },
      { kind: 'typo', ask: 'publeken', forms: 'publiken' },
      { kind: 'typo', ask: 'lokel', forms: 'lokalen danslokal' },
      { kind: 'typo', ask: 'algar', forms: 'älgarna', not: 'alla' },
      { kind: 'typo', ask: 'pensoin', forms: 'pensionen' },
      { kind: 'typo', ask: 'gradin', forms: 'gardiner' },
      { kind: 'phrase', ask: '"rakt ut bromsarna"', saying: ['rakt ut, bromsarna'] },
      { kind: 'phrase', ask: '"tre turer om dagen"', saying: ['tre turer om dagen'] },
      { kind: 'phrase', ask: '"nämnden brev"~6', saying: ['brev till nämnden'] },
      { kind: 'not', ask: 'biljett -kväll', forms: 'biljettmaskinen' },
      { kind: 'not', ask: '(älg OR ko) -robot', forms: 'älg ko', without: 'robot' },
      { kind: 'not', ask: '(hugga OR spara) skog', saying: ['vill spara, nästa vill hugga'] },
      { kind: 'stem', ask: 'stråke', forms: 'stråkarna' },
      { kind: 'compound', ask: 'slang', forms: 'slangarna' },
      { kind: 'compound', ask: 'kalv', forms: 'kalvarna tjurkalvarna' },
      { kind: 'stem', ask: 'sjunka', forms: 'sjönk sjunker' },
      { kind: 'stem', ask: 'skörd', forms: 'skörden' },
      { kind: 'compound', ask: 'cykel', forms: 'cyklar cykelställen' },
      { kind: 'stem', ask: 'bära', forms: 'bär' },
      { kind: 'stem', ask: 'lyfta', forms: 'lyfter' },
      { kind: 'stem', ask: 'väggar', forms: 'väggen' },
      { kind: 'stem', ask: 'vinna', forms: 'vann' },
      { kind: 'stem', ask: 'trumma', forms: 'trummorna' },
      { kind: 'stem', ask: 'bromsar', forms: 'bromsarna' },
      { kind: 'stem', ask: 'passagerare', forms: 'passagerarna' },
      { kind: 'compound', ask: 'plats', forms: 'hållplatserna' },
      { kind: 'compound', ask: 'tabell', forms: 'tidtabellen tidtabells' },
      { kind: 'stem', ask: 'fråga', forms: 'fråga frågade frågorna' },
      { kind: 'compound', ask: 'gran', forms: 'granarna', not: 'grannarna grannkommunen' },
      { kind: 'compound', ask: 'stig', forms: 'stigarna' },
      { kind: 'compound', ask: 'plockare', forms: 'svampplockarna bärplockare' },
      { kind: 'compound', ask: 'bär', forms: 'bär bärplockare' },
      { kind: 'stem', ask: 'mosse', forms: 'mossarna' },
      { kind: 'compound', ask: 'myr', forms: 'myrmarken' },
      { kind: 'stem', ask: 'kock', forms: 'kockarna kocken' },
      { kind: 'compound', ask: 'tillstånd', forms: 'serveringstillståndet tillståndsenheten' },
      { kind: 'compound', ask: 'strand', forms: 'strandskyddet stränderna' },
      { kind: 'stem', ask: 'dräkt', forms: 'dräkterna' },
      { kind: 'stem', ask: 'skratt', forms: 'skrattade skratten' },
      { kind: 'compound', ask: 'bil', forms: 'brandbilen bil stegbil', not: 'biljetterna' },
      { kind: 'stem', ask: 'fälla', forms: 'fällde' },
      { kind: 'typo', ask: 'undersköteska', forms: 'undersköterskorna' },
      { kind: 'typo', ask: 'anhoriga', forms: 'anhöriga' },
      { kind: 'typo', ask: 'inspektrör', forms: 'inspektörerna' },
      { kind: 'hyphen', ask: 'mat-låda', forms: 'matlådorna matlådor' },
    ],
  },
]
