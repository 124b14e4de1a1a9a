import type { Stemming } from './stemming.ts'

// Long because it is a list, of three languages.
// Words whose forms no stemmer brings together: a line a word, as it is looked up first and then its other forms.

const sv = `
  stad: städer städerna städernas städers
  hand: händer händerna händernas
  natt: nätter nätterna
  bok: böcker böckerna böckernas
  fot: fötter fötterna
  tand: tänder tänderna
  rot: rötter rötterna
  man: män männen männens mannen
  son: söner sönerna
  dotter: döttrar döttrarna
  mor: mödrar mödrarna
  bror: bröder bröderna
  far: fäder fäderna
  land: länder länderna ländernas
  strand: stränder stränderna
  tång: tänger
  kraft: krafter
  ledamot: ledamöter ledamöterna
  gås: gäss
  vän: vänner vännerna vännernas
  öga: ögon ögonen
  öra: öron öronen
  sommar: somrar somrarna sommaren
  vinter: vintrar vintrarna vintern
  syster: systrar systrarna
  nyckel: nycklar nycklarna nyckeln
  cykel: cyklar cyklarna cykeln cyklade cykla
  handel: handeln handels
  exempel: exemplen exemplet
  fågel: fåglar fåglarna fågeln
  finger: fingrar fingrarna
  ålder: åldrar åldrarna åldern
  medel: medlen medlet medlen
  möjlig: möjligt möjliga möjligen
  gammal: gamla gammalt äldre äldst äldsta
  liten: litet lilla små mindre minst minsta
  stor: större störst största
  bra: bättre bäst bästa
  god: gott goda
  dålig: sämre sämst sämsta värre värst
  ung: yngre yngst yngsta
  lång: längre längst längsta
  hög: högre högst högsta
  låg: lägre lägst lägsta
  tung: tyngre tyngst
  nära: närmare närmast närmaste
  många: fler flera flest flesta
  mycket: mer mera mest mesta
  få: får fick fått fås
  gå: går gick gått gås
  stå: står stod stått
  se: ser såg sett ses
  ge: ger gav gett givit ges
  ta: tar tog tagit tas
  dra: drar drog dragit
  göra: gör gjorde gjort görs
  säga: säger sa sade sagt sägs
  veta: vet visste vetat
  vilja: vill ville velat
  kunna: kan kunde kunnat
  bli: blir blev blivit
  komma: kommer kom kommit
  ligga: ligger låg legat
  lägga: lägger la lade lagt
  sitta: sitter satt suttit
  sätta: sätter satte satt
  skriva: skriver skrev skrivit skrivet
  driva: driver drev drivit drivet drivs
  bjuda: bjuder bjöd bjudit
  finna: finner fann funnit finns fanns
  binda: binder band bundit
  vinna: vinner vann vunnit
  försvinna: försvinner försvann försvunnit
  springa: springer sprang sprungit
  sälja: säljer sålde sålt
  välja: väljer valde valt väljs
  bryta: bryter bröt brutit
  flyga: flyger flög flugit
  skjuta: skjuter sköt skjutit
  bära: bär bar burit
  hålla: håller höll hållit hålls
  låta: låter lät låtit
  falla: faller föll fallit
  äta: äter åt ätit
  dricka: dricker drack druckit
  sova: sover sov sovit
  be: ber bad bett
  le: ler log lett
  dö: dör dog dött
  leva: lever levde levt
  stjäla: stjäl stal stulit
  slå: slår slog slagit
  förstå: förstår förstod förstått
  anse: anser ansåg ansett
  beslut: besluten beslutet beslutade
  besluta: beslutar beslutat beslutade
  bestämma: bestämmer bestämde bestämt
  använda: använder använde använt används
  hjälpa: hjälper hjälpte hjälpt
  minska: minskar minskade minskat minskning
  gripa: griper grep gripit
  begripa: begriper begrep begripit
  lida: lider led lidit
  rida: rider red ridit
  skina: skiner sken
  stiga: stiger steg stigit
  bita: biter bet bitit
  växa: växer växte vuxit växt
  hinna: hinner hann hunnit
  brinna: brinner brann brunnit
  sjunga: sjunger sjöng sjungit
  sjunka: sjunker sjönk sjunkit
  tycka: tycker tyckte tyckt
  tänka: tänker tänkte tänkt
  söka: söker sökte sökt
  köpa: köper köpte köpt
  resa: reser reste rest
  åka: åker åkte åkt
  fara: far for farit
  hyra: hyr hyran hyror hyrorna hyrde hyrt
  lära: lär lärde lärt
  köra: kör körde kört
  höra: hör hörde hört
  styra: styr styrde styrt
  föra: för förde fört
  bo: bor bodde bott
  tro: tror trodde trott
  sy: syr sydde sytt
  ny: nytt nya nyare nyast nyaste
  fri: fritt fria friare
  hel: helt hela
  fin: fint fina finare finast
  dyr: dyrt dyra dyrare dyrast dyraste
  tom: tomt tomma tommare
  ren: rent rena renare
  sen: sent sena senare senast
  hård: hårt hårda hårdare
  glad: glatt glada gladare
  röd: rött röda
  bred: brett breda bredare
  egen: eget egna
  öppen: öppet öppna öppnare
  säker: säkert säkra säkrare
  vacker: vackert vackra vackrare
  enkel: enkelt enkla enklare
  artikel: artiklar artiklarna artikeln
  regel: regler reglerna regeln
  titel: titlar titlarna titeln
  möbel: möbler möblerna möbeln
  kabel: kablar kablarna kabeln
  tunnel: tunnlar tunnlarna tunneln
  fönster: fönstret fönstren
  nummer: numret numren
  papper: pappret papperet pappren
  läger: lägret lägren
  centrum: centrumet centret centra
  museum: museet museer museerna
  gymnasium: gymnasiet gymnasier gymnasierna
  afton: aftnar aftnarna aftonen
  morgon: morgnar morgnarna morgonen
  öken: öknar öknen
  socken: socknar socknen socknarna
  tjej: tjejer tjejen
  bonde: bönder bönderna bonden
  fiende: fiender fienden
`
const nb = `
  by: byer byene byar byane
  bok: bøker bøkene boka boken
  rot: røtter røttene
  fot: føtter føttene
  hånd: hender hendene hand
  natt: netter nettene
  tann: tenner tennene
  strand: strender strendene
  stad: steder stedene stader
  sted: steder stedene stedet
  land: landene landet
  mann: menn mennene mannen
  bonde: bønder bøndene bøndane bonden
  bror: brødre brødrene brør
  søster: søstre søstrene søstrer
  far: fedre fedrene
  mor: mødre mødrene
  datter: døtre døtrene dotter
  ku: kyr kyrne kua
  barn: barna born borna
  øye: øyne øynene auge auga
  tre: trær trærne
  venn: venner vennene ven vener venene
  sommer: somre somrene sommeren sumar sommar
  vinter: vintre vintrene vinteren vintrar
  sykkel: sykler syklene sykkelen syklet
  nøkkel: nøkler nøklene nøkkelen
  eksempel: eksempler eksemplene eksempelet
  senter: sentre sentrene senteret
  gammel: gamle gammelt eldre eldst eldste gammal
  liten: lite lita lille små mindre minst minste
  stor: større størst største
  god: bra bedre best beste betre godt
  dårlig: verre verst verste dårligere
  ung: yngre yngst yngste
  lang: lengre lengst lengste
  tung: tyngre tyngst
  mange: flere flest fleste fleire
  mye: mer mest mykje meir
  nær: nærmere nærmest nærmeste
  gå: går gikk gått gjekk
  få: får fikk fått fekk
  stå: står sto stod stått
  se: ser så sett såg
  gi: gir ga gav gitt
  ta: tar tok tatt teke
  dra: drar dro drog dratt
  gjøre: gjør gjorde gjort gjere gjer
  si: sier sa sagt seie seier
  vite: vet visste visst
  kunne: kan kunnet
  bli: blir ble blitt blei vart
  komme: kommer kom kommet kome kjem
  ligge: ligger lå ligget ligg låg
  legge: legger la lagt
  sitte: sitter satt sittet sit sat
  sette: setter satte satt
  skrive: skriver skrev skrevet skreiv skrive
  drive: driver drev drevet dreiv driv
  finne: finner fant funnet finnes fann
  vinne: vinner vant vunnet
  forsvinne: forsvinner forsvant forsvunnet
  selge: selger solgte solgt sel selde
  velge: velger valgte valgt vel valde
  bryte: bryter brøt brutt
  fly: flyr fløy fløyet
  bære: bærer bar båret
  holde: holder holdt heldt
  hjelpe: hjelper hjalp hjulpet
  spørre: spør spurte spurt
  falle: faller falt
  ete: eter åt ett
  drikke: drikker drakk drukket
  sove: sover sov sovet
  be: ber ba bad bedt
  dø: dør døde dødd
  slå: slår slo slått
  forstå: forstår forsto forstod forstått
  trekke: trekker trakk trukket
  treffe: treffer traff truffet
  synge: synger sang sunget
  synke: synker sank sunket
  stige: stiger steg steget
  bite: biter bet bitt
  gripe: griper grep grepet
  tenke: tenker tenkte tenkt
  bo: bor bodde bodd
  tro: tror trodde trodd
  ny: nytt nye nyere
  fri: fritt frie friere
  fin: fint fine finere
  ren: rent rene
  hel: helt hele heile heilt
  rar: rart rare
  bred: bredt brede brei breitt breie
  egen: eget egne egne eigen eige eigne eiga
  åpen: åpent åpne open ope opne
  sikker: sikkert sikre sikrere
  vakker: vakkert vakre
  enkel: enkelt enkle enklere
  artikkel: artikler artiklene artikkelen
  regel: regler reglene regelen
  tittel: titler titlene tittelen
  møbel: møbler møblene
  kabel: kabler kablene kabelen
  nummer: numre numrene nummeret
  museum: museet museer museene
  alder: aldre aldrene alderen
  kveld: kvelder kveldene kvelden kveldar
  ungdom: ungdommer ungdommene ungdommen ungdomar ungdomane
  flytte: flytter flyttet flytta flytt
  vokse: vokser vokste vokst veks
`
const en = `
  go: goes went gone going
  get: gets got gotten getting
  make: makes made making
  take: takes took taken taking
  come: comes came coming
  see: sees saw seen seeing
  give: gives gave given giving
  find: finds found finding
  think: thinks thought thinking
  say: says said saying
  tell: tells told telling
  know: knows knew known knowing
  leave: leaves left leaving
  feel: feels felt feeling
  bring: brings brought bringing
  buy: buys bought buying
  sell: sells sold selling
  keep: keeps kept keeping
  hold: holds held holding
  stand: stands stood standing
  understand: understands understood understanding
  write: writes wrote written writing
  drive: drives drove driven driving
  speak: speaks spoke spoken speaking
  choose: chooses chose chosen choosing
  break: breaks broke broken breaking
  grow: grows grew grown growing
  begin: begins began begun beginning
  run: runs ran running
  meet: meets met meeting
  lead: leads led leading
  pay: pays paid paying
  lose: loses lost losing
  build: builds built building
  send: sends sent sending
  spend: spends spent spending
  teach: teaches taught teaching
  catch: catches caught catching
  fall: falls fell fallen falling
  eat: eats ate eaten eating
  drink: drinks drank drunk drinking
  sleep: sleeps slept sleeping
  sit: sits sat sitting
  win: wins won winning
  hear: hears heard hearing
  mean: means meant meaning
  become: becomes became becoming
  wear: wears wore worn wearing
  rise: rises rose risen rising
  ride: rides rode ridden riding
  fly: flies flew flown flying
  draw: draws drew drawn drawing
  throw: throws threw thrown throwing
  show: shows showed shown showing
  fight: fights fought fighting
  forget: forgets forgot forgotten forgetting
  man: men
  woman: women
  child: children
  foot: feet
  tooth: teeth
  mouse: mice
  goose: geese
  person: people persons
  life: lives
  wife: wives
  knife: knives
  leaf: leaves
  half: halves
  self: selves
  good: better best
  bad: worse worst
  far: further furthest farther
  little: less least
  many: more most
`

/** Of each form its word: the first on its line. Of each word all its forms. */
type Uneven = { readonly wordsOf: ReadonlyMap<string, readonly string[]>; readonly formsOf: ReadonlyMap<string, readonly string[]> }

export const unevenWords: Readonly<Record<Stemming, Uneven>> = { sv: read(sv), nb: read(nb), en: read(en) }

function read(list: string): Uneven {
  const wordsOf = new Map<string, string[]>()
  const formsOf = new Map<string, string[]>()
  for (const line of list.trim().split('\n')) {
    const [word = '', ...others] = line.trim().split(/:? +/)
    const forms = [word, ...others]
    formsOf.set(word, forms)
    for (const form of forms) wordsOf.set(form, [...(wordsOf.get(form) ?? []), word])
  }
  return { wordsOf, formsOf }
}
