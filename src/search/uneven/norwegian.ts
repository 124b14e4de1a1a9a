/** Bokmål and nynorsk words whose forms no stemmer brings together: a line a word, as it is looked up first and then its other forms. */
export const norwegian = `
  by: byer byene byar byane byr bød budt bydd baud bode
  bok: bøker bøkene boka boken
  rot: røtter røttene
  fot: føtter føttene føter føtene foten
  hånd: hender hendene hand handa
  natt: netter nettene netene natta
  tann: tenner tennene
  strand: strender strendene
  stad: steder stedene stader
  sted: steder stedene stedet
  land: landene landet
  mann: menn mennene mannen
  bonde: bønder bøndene bøndane bonden
  bror: brødre brødrene brør brørne broren brørane
  søster: søsteren søstre søstrene søstrer syster systera systrer systrene
  far: faren fedre fedrene
  mor: moren mora mødre mødrene mødrer
  datter: døtre døtrene dotter dottera døtrer datteren dattera
  ku: kyr kyrne kua kuene kuer
  barn: barna born borna
  øye: øyne øynene øyet auge auget auga augo augene
  tre: treet trær trærne
  and: anda anden ender endene
  venn: venner vennene ven vener venene
  sommer: somre somrene sommeren sumar sommar
  vinter: vintre vintrene vinteren vintrar
  sykkel: sykler syklene sykkelen syklet
  nøkkel: nøkler nøklene nøkkelen
  eksempel: eksempler eksemplene eksempelet
  senter: sentrum sentrumet sentre sentra sentrene senteret sentret
  gammel: gamle gammelt eldre eldst eldste gammal gammalt gamal gamalt
  liten: lite lita lille små mindre minst minste
  stor: større størst største stort store
  god: bra bedre best beste betre godt
  dårlig: dårligst verre verst verste dårligere
  ung: yngre yngst yngste ungt unge
  lang: lengre lengst lengste
  tung: tyngre tyngst tungt
  mange: flere flest fleste fleire
  mye: mer mest mykje meir
  nær: nærmere nærmest nærmeste
  gå: går gikk gått gjekk
  få: får fikk fått fekk
  stå: står sto stod stått stend
  se: ser sett såg
  gi: gir ga gav gitt
  ta: tar tok tatt tek teke
  dra: drar dro drog dratt dreg drege
  gjøre: gjør gjorde gjort gjere gjer
  si: sier sa sagt seie seier sies
  vite: vet visste visst veit
  kunne: kan kunnet
  bli: blir ble blitt blei vart vorte
  komme: kommer kom kommet kome kjem
  ligge: ligger lå ligget ligg låg liggje lege
  legge: legger la lagt
  sitte: sitter satt sittet sit sat sitje sete
  sette: setter satte satt
  skrive: skriver skrev skrevet skreiv skriv
  drive: driver drev drevet dreiv driv
  finne: finner fant funnet finnes fann finn funne
  vinne: vinner vant vunnet vinn vann vunne
  forsvinne: forsvinner forsvant forsvunnet forsvinn forsvann forsvunne
  selge: selger solgte solgt sel selde
  velge: velger valgte valgt valde velje
  bryte: bryter brøt brutt bryt braut brote
  fly: flyr fløy fløyet flyg flaug floge
  bære: bærer bar båret ber bere bore bår
  holde: holder holdt heldt
  hjelpe: hjelper hjalp hjulpet hjelp halp hjelpte
  spørre: spør spurte spurt spørje spurde
  falle: faller falt fall fell
  ete: eter åt ett et
  drikke: drikker drakk drukket drikk drukke
  sove: sover sov sovet søv
  be: ber ba bad bedt
  dø: dør døde dødd
  slå: slår slo slått slege
  forstå: forstår forsto forstod forstått
  trekke: trekker trakk trukket trekk
  treffe: treffer traff truffet treff
  synge: synger sang sunget song sunge syng syngje
  synke: synker sank sunket synk sokk sokke
  stige: stiger steg steget stig steig
  bite: biter bet bitt bit beit
  gripe: griper grep grepet grip greip
  tenke: tenker tenkte tenkt tenkje tenkjer
  ny: nytt nye nyere nyest nyeste
  fri: fritt frie friere
  fin: fint fine finere
  ren: rent rene
  hel: helt hele heile heilt
  rar: rart rare
  bred: bredt brede brei breitt breie
  egen: eget egne eigen eige eigne eiga
  åpen: åpent åpne open ope opne åpnere opnare
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
  vokse: vokser vokste vokst veks voks vakse
  fryse: fryser frøs frosset frosne frys fraus frose
  flyte: flyter fløt flytt flaut
  fyke: fyker føk fauk
  gli: glir gled glei
  gni: gnir gned
  grave: graver grov gravd
  gråte: gråter gråt grått gret græt
  hete: heter het hett heite heiter heitte
  henge: henger hang hengt heng
  hogge: hogger hogg hugge hugger
  hive: hiver hev
  klype: klyper kløp
  knekke: knekker knakk knekt
  knipe: kniper knep
  krype: kryper krøp krøpet kraup kryp krope
  le: ler lo ledd
  lide: lider led lidd lidt
  lyve: lyver løy løyet laug lyg
  løpe: løper løp løpt laup
  nyte: nyter nøt nytt naut nyt note
  pipe: piper pep
  renne: renner rant rann
  ri: rir red ridd reid
  rive: river rev revet reiv riv
  ryke: ryker røk røket ryk rauk
  skinne: skinner skinte skein
  skjære: skjærer skar skåret skore
  skjelve: skjelver skalv
  skride: skrider skred
  skrike: skriker skrek skreket skrik skreik
  skryte: skryter skrøt skrytt skraut
  skvette: skvetter skvatt
  skyte: skyter skjøt skutt skyt skaut skote
  skyve: skyver skjøv skjøvet skauv skyv skove
  slippe: slipper slapp sluppet sleppe slepp slepper sleppt
  slite: sliter slet slitt sleit slitne
  snike: sniker snek
  springe: springer sprang sprunget sprunge spring
  sprekke: sprekker sprakk sprukket
  spinne: spinner spant spunnet
  stikke: stikker stakk stukket
  stjele: stjeler stjal stjålet stele stel stal stole
  stride: strider stred
  stryke: stryker strøk strøket strauk
  svi: svir sved
  svike: sviker svek sveket sveik
  sverge: sverger svor svoret
  tie: tier tidde tiet
  tvinge: tvinger tvang tvunget tvunge
  vike: viker vek veket veik
  vri: vrir vred vridd vrei
  telle: teller talte telt talt
  fortelle: forteller fortalte fortalt fortel fortelje fortalde
  rekke: rekker rakk rukket
  brekke: brekker brakk brukket
  strekke: strekker strakte strakt
  vekke: vekker vakte
  brenne: brenner brant brent brann brend brenn brunne
  binde: binder bandt bundet bind batt bunde
  gjelde: gjelder gjaldt gjeldt galdt
  la: lar lot latt let
  gidde: gidder gadd
  burde: bør burdet
  smøre: smører smurte smurt smurde smørje smør
  bringe: bringer brakte brakt
  følge: følger fulgte fulgt følgje følgjer følgde fylgje fylgde følgt
  lese: leser leste lest las les lesne
  syngje: syng song sunge
  verte: vert vart vorte
  være: vere vore
  lage: lager laget laga lagar
  lager: lageret lagre lagrene
  velje: valde valt
  mus: musa musene
  lus: lusa
  gås: gåsa gjess gjessene gjæser gjæsene gåsen
  tang: tenger tengene
  stang: stenger stengene
  bot: bøter bøtene
  tå: tåa tær tærne
  klo: kloa klør klørne
  sko: skoen skoene skorne
  glo: glør glørne
  kne: kneet knær knærne
  øre: ører ørene øyra øyro øret
  hode: hodet hoder hodene hovud hovudet
  kraft: krefter kreftene krafta kraften
  geit: geiter geitene geita
  jente: jenta jenter jentene
  gutt: gut gutten gutter guttene gutar gutane guten
  halde: held heldt haldt halder
  gje: gjev gav gjeve gitt gi gir
  eige: eig eie eier eide
  fare: fer for fór fare
  sjå: ser såg sett
  skjere: skjer skar skore
  lyge: lyg laug loge
  leggje: legg la lagt
  setje: set sette sett
  selje: sel selde selt
  telje: tel talde talt
  vekse: veks voks vakse
  tygge: tygger tygde tyggje tygg tygd
  kalle: kaller kalte kalt
  bygge: byggje bygger byggjer bygde
  late: lét let
  viktig: viktige viktigere viktigst viktigste viktigare viktigast viktigaste
  trive: trivs trivest treivst trives trivdes
`
