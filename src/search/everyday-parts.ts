/** What everyday compounds of Swedish are made of, as first parts and last: of home, body, school, farm, sea, work, office, police, culture. */
export const swedishParts = `
  olje kedje kälke
  lant lagning frid bond styrelse styrelsen webb bred soff svär lille styv läsning läxa anmälan mor far bror syster dotter människo kvinno kyrko hälso vecko varu gatu ladu stugu gymnasie studie folkhögskole bröd frukt samvets tåls
  abborr agent akt aktie aktivitet akut album allé ambassad ambulans ande ankar ankomst ansikt anställ anställning ansök antal apel apotek april arab arm
  artikel ask asyl augusti automat avdrag avfall avfart avgift avgångs avlopp avsked avslut avspark axel badrum bageri bak bakdörr bakning balkong ball bana
  banan band bane banor bar bark barnbarn barr barrikad bas batteri bedöm begrav begravning begär behandling behov bekant belysning ben berättar berättelse
  bestick betong betyg bevis bidrag biff bio biodling biskop björk björn blad bland blick blixt block blod blus bly bläck blåbär blås bod bokbuss bokslut
  boll bomb bomull bord borg borgar borr borst bostad brand bransch brasa bredband brev brevlåd bridge bris brist bror brott brud brun brunn brygg bryt
  brytning bräd brännvin bråk bröd bröllop bröst buk bur burk buske byrå byx bälte bänk bär bärare båge bågskytt bål bår bås bön böner böter cell cellgift
  cement central centrum chans chark chaufför checka choklad ciga cigarett cirkus cup curling cykling dal dam damm dansk dator deg deklaration dialog diesel
  digital disk diskussion disput docka dockor dokument dom domar domkyrk domstol dos dotter drag dragning draken drakt dricka dricks dryck dräkt dröjd duk
  dusch duv dykar däck död döds dörr effekt eko eld elektriker element ende energi engelsk engångs ensam ensamhet entré ersättning eskader etik evig
  experiment fack fackel fadder fader faktor fall falsk far farbror fars fart fas fat fattig fax feber fel fem femte fest fett fick ficka fika film filt
  finger finsk fiol fiskar fiskare fjärd fjärdedel flagg flask flaska flick flicka flod flott flug fluga fly flygel flygplan flykt fläkt fläsk fläta flöde
  folkhög form foster fot fotboll foto fotograf frakt fransk frimärk frist frisör fritt front frost fru frukt frys fräs fråg frö frön full fura furu fyll
  fylla fyr fyra färd färdig färg fäst fågel får född födelse följd förande förare förband förbud fördel föreläs förhör föring förlossning förlust förmiddag
  försvar försäkring försäljning förvaltning förår gaffel galler gallring garage garanti garderob gas gavel gener genre gift gitarr giv givar givning gjut
  glas glass glädj glädje glöd golv gosse grad gran grann granne grav graviditet gravsten gren grepp grill grip gris grogrund grov grund grus gryt grädd
  gräns gräs gräv grå grönsak grönsaks gudmor gul guld gummi gung gurk gym gädd gäng gärd gärning gång gåra gård gås gåv göd gödsel hack haj hak hal halk
  halm hals hamn hand handboll handikapp handsk hanter hantering hare harv hast hat hatt hav havre hel helg helikopter hem hembygd hemsk herr het hink hiss
  historia hjort hjul hjälm hjärn hjärt hopp hoppning hov hud hund hus husbil hustru huvudvärk hyll hytt häck häkte häl hälft häll händ händelse häng häxa
  håll hållbar hållning hållplats hår hög högskol högtid höjd höjning hörn hörsel hösäck idrott idrotts idé illus impuls industri infart infektion
  information inkomst inlogg innebandy insam insekt inspektion inställning interv invandrar invånar ishockey isolering jakt jakthund jobb jolle jour journal
  jubileum jugend juice juli jungfru juni jury jägare jämställdhet järn kafé kaj kaka kalas kalk kalv kam kamin kammar kamrat kanin kanot kant kapitel kapp
  kappa karens karriär kart kartong kasse kassett kast kastning katt kedj kemi kerami kiosk kist kjol klack klagomål klar klav klipp klippa klo klock klocka
  klot klädsel klätter klöv knapp kniv knopp knut knä kobbe kod kol kolleg kollo kolonn kommitté kompis kondition konferens konflikt konsert konst konstnär
  kontant konto kontor kontrakt kopia kopp koppar korg korn korrid kors korv kostym krabb kraft kraftverk krans kreatur kredit krig krigs kring krog krok
  kron krukväxt krut krydd kryddor kryss kräft kräm krök kul kula kung kuns kurva kusin kust kuver kvalitet kvar kvarn kvartal kvarter kvinno kvitto kyckling
  kyl kyss käk käll källar kännedom känsl kärl kärlek kärn kärr kök köks köld köpare kött köttbull lab ladu lag lagerlok lakan lamm lamp land larm larmning
  last lastbil lat lav lax led ledare ledighet lek lekar leker lem lera lever leverans licens lid lik lim lin lind lingon linne lock loft logg loggning lok
  lokför lopp lotsbåt lott lotteri luck ludd lugn lukt lunch lung luv lyck lykt lys läcka läger lägg läggare läggning lärling läs läx lås låt lögn lön lönn
  löp löpning lös lösen löv madrass mag magnet mak makt malm man manne mans marin mark mars marsch mask maskin mass matt matta matte medel median medicin
  mellan melodi mened mess metall middag midnatt midsommar militär miljon minut mjuk mjöl mod moder moln moms moped mopp mord morfar mormor morot mos moss
  mot motion motorcykel mugg mun mur mus muskel mygg mynt mys märk mäss mässa mästare mästerskap mätare mål målar mån månads månsken mögel mönst mör möss möt
  nack nackspärr nagel namn nat ned nerv norsk nos not nummer nyckel nyår nyårs näbb näs näsa näst nät nöd nöje nöt odlare odling offer officer olyck ombud
  omslag opera operation orgel orm ort oss ost paddel paket pall panel pann pannkak pantbrev paraply park part parti pass passag pedagog pekar pel pell peng
  pens pensel pensionär pensionärs pepp peppar permission piano pil pilgrim pinn pipa pirog pizz pjäs plan planket plant plast plats platt plog plugg plåg
  plånbok plåster plåt plöj poesi pojk pojke pokal polis poliskår pool popp port portion poster prata predik present press prick prins pris prov provtag pryl
  präst prövning psykiatri puck puls pulver pump punkt pussel puts pälsdjur pärm päron påse rad radar radio rakning ram ramp rand rast ratt recept
  reception redovis reflex regn rek rekord rektor ren rennäring renskötsel rensning rep repar res resa rese resebyrå resning retur revision rid ridning rik
  riks ring ris risk rit ritning rock rolig roll roman ropet ros rost rot rov rull rullstol rum rund runda ruta ryck rygg rykte rymd ryss rytm räd rädd
  räddning rädsla räk räknare räkning räls ränt ränta rätt rätter räv råd råda rån röd röj röjning rök rökdykar rökning röntgen röra röst sabel sadel saft
  sak sal sallad salt sam same samling sand sann sats sax scen schema seg segel segling sekret sel semester serie server sex sid sikt sil silver sim simning
  sing sits sittplats sjuk sjukdom sjuksköterska själ själv sjö skad skada skaft skal skarp skatt sked skenben skepp skid skift skinka skinn skiv skivor
  skjort skjul skjut skjuts sko skog skogs skola skor skotning skott skotte skottning skrap skrift skriv skrivar skrivare skrot skruv skräddar skräp skugg
  skuld skum skur skut skutt skydd skydds skyff skyl skylt skytte skägg skämt skär skärgård skärm skåp skörd slag slakt slam slang slott slut släck släkt
  släp slöjd smak smed smink smut smycke små småbarn smörgås snabb snack snickeri snigel snus snår snö sock socker sol somal son sop sopp sorg sortering sov
  spade spann spark spel spets spik spis spjut spor spring sprit spruta språk språng spädbarn spärr spår spö stab stad stads stall stam stat steg stek sten
  stenar stick stig stil stipendium stjärn stock stol stolp stopp storm straff streck strejk strid strump sträck strå stråk ström studieb städ städer
  städning ställ ställare ställning stäng stängsel stål stånd stöd stöld störning sugning svamp svan svar sven svets svin svär svärd svärmor svår syd sylt
  syn synd syskon sysslo system syster säck säd säkerhet säl säljare sällskap säng säte sätter sättning sång sår söder söm sön tagning tak taktik tal tall
  tand tangent tangentbord tank tant tapet tass tavla taxi teck tecken tek telefon tempel tenn tennis terrass tid tiger till tillstånd timmer ting tings tipp
  tjuv toalett tobak tolk tolv tomat ton tonår tonårs topp tork torn torrt torsk trafik traktor trapp trav tre trend tro troll trumma trupp tryck trä träd
  trädgård träff tränar träning träsk tråd tröj tröja tröska trött tull tumör tung tunga tur turné tuta tvätt tvättmaskin tvål tyg tysk tält tänd tävling
  tävlings tåg tång tår töm ugn ugns ull undan under undervattens ung ungdoms union uppfödare urin utgång uthyrning utryckning utrymm utsikt utställning vag
  vak vakt vaktare val valp van vand vandrar vandring vandrings vapen varg varm vax ved vedbod vejde verkstad verktyg vikt vild vilo vilt vin vinge vink
  vinst vip virk visp vist vit vitamin vuxen väck väg väger vägg väggen vägs väl välling vän vänd vänster vänt värde värdshus värk värm värme värmepump värp
  värv väst väv växel växt växthus våff våld våldtäkt våning vår vård vårdcentral våt ytter yttrande äganderätt ägare ägg ägo älg ämne äng äppel äppl ärend
  ärm åker åldring ångest åsikt åska åter åtgärd ögn ögon öken öra örat örhänge öster över överskott
`

/** The same of Norwegian, bokmål and nynorsk. */
export const norwegianParts = `
  olje takst kjede lilje
  brønn lønnings hjerne sviger beste best bestemor bestefar mor far bror søster datter tal aften aftan prins pose hen bonde bygde bygda sjuke heim heime folkehøgskule mjølke lakse saue sau
  akutt altan ambulanse apotek april arm aske avdrag avfall avgift avis avløp avtale bad bade bake bakeri ball bane bank bark barn barne barnebarn batteri
  bedehus bein ben bestemor betaling bevis bil bilag bind bjørk bjørn blad blikk blod blomst blomster blå bok boks bolig bomb bonde bord bot brann brev bris
  bro brok bru brud brus bryllup bryst brød brøyt bukse bur busk buss bygg byrå byttet båt bær bølge bønder bønn bøsse celle dal dame dans dat data deig del
  demning diett disk distrikt dokke dokument dom domstol drakt drikk dromme drøm dugnad dukke dusj dyr dyre død døds døgn dør eik ekspert eld eldre elg elv
  emne energi engelsk epl erfaring erstatning etasje fag fall familie fang far fare farge fart fat feber fein fele fell fengsel ferge ferie ferje fest fett
  film finger fisk fiske fjell fjord fjær fjøs flagg flaske flis flokk flom flue fly flyktning flytt fold folk folke forbud forening formiddag forsikring
  forsker forskning forsvar fot fotball foto frakt fransk fredag frisør frukt frykt frys frø fugl fyll fyr får fåre fôr fødsel fødsels følge føre fører
  gaffel garasje garn gass gave geit gift gjeld gjerde gjest gjødsel gjøk glass glede golv gran grav grense gress grill gris grunn grus gryte grønnsak grøt
  gull gulv gummi gutt gym gård gårds gås hage hals hand handel handels handle hav havn havre heim heis helg helle helse hest hev himmel hjelm hjelp hjerne
  hjerte hjort hjul hode holding holdning hopp hotell hoved hud hull hund hus husbank husmor hylle hytte hån hånd håndball hår høst høy høyre høyskole ide
  idrett igang infeksjon ingen innbrudd innvandrar innvandrer jakke jakt jente jern jobb jord jul jule kaffe kaffi kai kake kald kalv kamera kamp kanal kant
  kapittel kart kasse kast katt kirke kirkegård kiste kjede kjele kjeller kjole kjæreste kjøkken kjøl kjøle kjøp kjører kjøtt klage klasse kle klipp klokke
  klosters klubb klær knapp kne kniv kode kol kollega kommisjon konflikt konsert kontakt konto kontor kontrakt kopp kor korn kors kort kost kraft krav krets
  krig krigs kring kro krok kropp krydder krykk kull kultur kum kunde kunst kupp kurs kvalitet kveld kvinne kvote kylling kyst laft lag laks lakse lam lamme
  lamp land lands lapp larm last laste lastebil lav lege legevakt leie leilighet leir lek leke leketøy leks lekse leser leve lever linje liv livs ljos lodd
  loft lom lomme lov luft lukt lunge lunsj lyd lykke lykt lys lås låve lære lærer lærling lønn løp løpe løv løype mage mais makt maler mann mark marked mars
  mask maskin mast mat mel melding melk mennesk menneske middag midt mil militær minne minutt mjøl mobil modell mold mord morfar morgen mormor mose mot motor
  mur mus museum musikk muskel mygg måke mål måle måltid måned møll mønster mørk møte nabo nakke natt natte navn nei nerve nes nett nord norsk not nyhet
  nyhets nyttår nød nøkkel nøtt offer olje ombud områd onsdag opphold opplæring orden ordfør orgel orm ost ovn padde pakke panne papir park parkering part
  pasient pass pause pels penge penn pensjon pensjonist pepper pille pilot pipe plan plante plass plast plate plei pleie pleier plog poeng politi port post
  potet presse prest pris program prosjekt prøve psykiat pumpe punkt purke pute pynt rad radio ramme ransak rapp rase rast regel regn regning rein reindrift
  reise reist reke reker rekke reklame renn rens rente rep restaurant rett rettssal ribbe rik riks ring ris risiko rom ros rot rulle rullestol rund rus rute
  rygg rykte rype råd rød rør rørsla rørsle røyk sag saks sal salat salg salt samling sand sang sats sau saue saus seil sel semester seng senter sild sirkus
  situasjon sjakk sjef sjekk sjel sjokolade sjuke sjukepleie sjø skade skap skatt ski skikk skilt skinn skip skjema skjerm skjorte skjul skjær skog skogs
  skole skritt skriv skrive skuff skuld skulder skule skur sky skyss skytter skål slag slakt slakteri slekt slott slutt smak smed smør snack snekker snø sokk
  sol sommer sopp sorg spade spark speil spiker spill spise spor sport sprit språk sprøyt sprøyte stab stall stamme stat stats steik stein stemme stil
  stilling stjern stol stolpe stopp storm straff strand streik strek strikk strøm studie styre styrke støl støtt støv støy sukker sult sun supp suppe svamp
  svin svømme svømming sykdom sykkel sylte syn sytten syv sår søk søknad søndag sønn søppel søskja søster tak tale tann tannlege tavle taxi teater tegn
  telefon telt tennis test tid tidsskrift tiger tillatelse time times tjeneste tjern tog tolk tomat topp torg torsk trafikk traktor tran trapp tre tren
  trener trening trikk troll tropp trygd trygg tråd tråler trøye tull tunge tunnel tur turist tvang tårn tøm tømmer tønne tørk uke ull ulv ungdom ungdoms
  utdanning utleie utstilling utstyr vakt vaktmester valp vane vann varme vask vaske vatn ved vedlikehold veg vegg vei verk verksted verktøy vest vett vevs
  vifte vikar viking viljes villa vin vind vindu vinter vogn voksen vold voll vott vår vær vørter yrke åker ånd åpning års økonomi øks øre øst østers øvelse
  øye
`

/** The same of English. */
export const moreEnglishParts = `
  class site web fisher hen way room work pen pig cow
  aid air arm ash back ball bank bath beam bean bed bee bell bench berry bill bird block boat bold bolt bone boot bottle bowl box bread break breast brick
  brook brow bull bun burn bus butter button cake call camp can candle cap case castle cat cattle chain chair chalk check cheek cheese cheque chest child
  chimney chip clean clip cloud club coal coat cock coffee cook copper crab craft cream creek crop crow cup curb dairy dale date daughter dead deck desk dock
  dog doll doorstep dragon draw dream dress dresser drift drive driver drum duck dust dyke ear earth east edge end eye face fall farm feather feed fellow
  fence fiddle fighter file film fin finger flag flash flood floor flow fly foam fog folk food force fork form fort foul fowl fox frame free front fuel game
  gang gate gear gift goal goat goose grave grocer grocery ground hair hall ham hammer hand handle harbour hat hay head heart heat hedge herd herring hive
  hold hole honey hoof hook hop host hot hour hunt hunter ice ink iron jacket jail jar jaw jet jewel junk keeper kettle kid kind king kit knee knight lace
  lady lake lamb lane lap lead leaf leg letter life lift light lime line lip list lobster lodge loft look loop lord loud lunch mail maker man mark marsh mass
  master mat meat men mind mine moon moor moth mouth mud neck needle nest net nose oak oar oat off office oil onion oven pass patch path pea peach pepper
  piece pig pillow pine pit place plate play plough pole police pool port pot poultry pound powder power press print prison proof pump punch push quarter
  quay quick rabbit race rag rail rain rat rate rear red reed rest rice ride riding right ring rise road rod rose round row rug run rush saddle safe saint
  salmon salt sand sauce scarf scrap sea seat second shade shadow share shark shaw shed sheep shell shepherd shift shirt shoe shot shoulder show shower side
  sight sign sister sitter sky slate slaughter sleep smith smoke snow soap sock song soup space spear speed spider spring square stable staff stage stair
  stall stamp star start state steam steel step stitch stock stone stop store straw stream street strong sugar suit swan sweat sweet sword table tack tail
  talk tap tape task taxi tea teacher tear teen tennis tent test thatch thread through thumb tide tile tin toad tongue tooth torch touch tower tractor train
  tram treat trunk turn tyre under van vine voice wage wagon waist walk wall ware wash waste watch wave wax weed weight well wheat wheel wheelchair while
  whisky whole wife will wind window wing wire wolf women worker workshop world worth yard yarn
`
