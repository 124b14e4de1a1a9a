/** Swedish words whose forms no stemmer brings together: a line a word, as it is looked up first and then its other forms. */
export const swedish = `
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
  mor: moder modern mödrar mödrarna modern
  bror: bröder bröderna
  far: fader fadern fäder fäderna
  land: länder länderna ländernas
  strand: stränder stränderna
  tång: tänger
  kraft: krafter
  ledamot: ledamöter ledamöterna
  gås: gåsen gäss gässen
  vän: vänner vännerna vännernas
  öga: ögat ögon ögonen
  öra: örat öron öronen
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
  medel: medlen medlet
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
  se: ser såg sett sedd sedda ses sågs
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
  välja: väljer valde valt väljs valda
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
  föra: förde fört
  kalla: kallar kallade kallat kallas kallades kallt
  laga: lagar lagad
  måla: målar målad
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
  röd: rött röda rödare
  död: dött döda
  sned: snett sneda snedare
  spröd: sprött spröda sprödare
  ond: ont onda
  trång: trångt trånga trängre trängst trängsta trångare
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
  tåla: tål tålde tålt
  hända: händer hände hänt
  tända: tänder tände tänt tänd tänds
  åker: åkern åkrar åkrarna
  ö: ön öar öarna
  å: ån åar åarna
  nöt: nöten nötter nötterna
  by: byn byar byarna
  kö: kön köar köer köerna
  betala: betalar betalade betalat betald betalt betalda
  leda: leder ledde lett ledd ledda leds
  mun: munnen munnar munnarna
  djävul: djävulen djävlar djävlarna
  afton: aftnar aftnarna aftonen
  morgon: morgnar morgnarna morgonen
  öken: öknar öknen
  socken: socknar socknen socknarna
  tjej: tjejer tjejen
  bonde: bönder bönderna bonden
  fiende: fiender fienden
  frysa: fryser frös frusit fryst frusen frusna
  flyta: flyter flöt flutit
  gjuta: gjuter göt gjutit gjutna
  glida: glider gled glidit
  gnida: gnider gned gnidit
  gråta: gråter grät gråtit
  hugga: hugger högg huggit
  kliva: kliver klev klivit
  klyva: klyver klöv kluvit kluven kluvna
  knipa: kniper knep knipit
  knyta: knyter knöt knutit knutna
  krypa: kryper kröp krupit
  ljuda: ljuder ljöd ljudit
  ljuga: ljuger ljög ljugit
  niga: niger neg nigit
  njuta: njuter njöt njutit
  nypa: nyper nöp nupit
  pipa: piper pep pipit
  rinna: rinner rann runnit
  riva: river rev rivit
  ryta: ryter röt rutit
  sjuda: sjuder sjöd sjudit
  skita: skiter sket skitit
  skrida: skrider skred skridit
  skrika: skriker skrek skrikit
  skryta: skryter skröt skrutit
  skära: skär skar skurit skuret skuren skurna skärs
  slippa: slipper slapp sluppit
  slita: sliter slet slitit slitna
  sluta: sluter slöt slutit slutna
  smita: smiter smet smitit
  smyga: smyger smög smugit
  spinna: spinner spann spunnit
  spricka: spricker sprack spruckit spruckna
  sprida: sprider spred spritt spridit spridd spridda sprids
  sticka: sticker stack stuckit
  strida: strider stred stridit
  stryka: stryker strök strukit struken strukna
  suga: suger sög sugit
  supa: söp supit
  svida: svider sved
  svika: sviker svek svikit svikna
  svälja: sväljer svalde svalt
  svälta: svälter svalt svultit
  svära: svär svor svurit
  tiga: tiger teg tigit
  tjuta: tjuter tjöt tjutit
  vika: viker vek vikit
  vrida: vrider vred vridit
  väga: väger vägde vägt
  vänja: vänjer vande vant vanda
  dölja: döljer dolde dolt dolda döljs
  glädja: gläder gladde glatt
  böra: bör borde
  stödja: stöder stödjer stödde stött stöds
  skilja: skiljer skilde skilt skilda skiljs
  följa: följer följde följt följs
  smörja: smörjer smorde smort
  dyka: dyker dök dykt
  brista: brister brast brustit
  drypa: dryper dröp drupit
  kväda: kvad
  lyda: lyder lydde lytt
  tvinga: tvingar tvingade tvingat tvungit tvungen tvungna
  töja: töjer töjde töjt
  mus: musen möss mössen
  lus: lusen löss lössen
  get: geten getter getterna getternas
  ko: kon kor korna kornas
  sko: skon skor skorna
  klo: klor klorna
  tå: tån tår tårna
  bot: böter böterna
  bokstav: bokstäver bokstäverna
  stång: stänger stängerna
  spång: spänger
  rand: ränder ränderna
  and: änder änderna
  brand: bränder bränderna
  huvud: huvuden huvudena huvudet
  ägg: äggen äggets
  bi: bin bina binas biet
  föräldrar: förälder föräldern föräldrarna föräldrarnas
`
