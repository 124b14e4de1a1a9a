/** Words with all their forms, a family a line, of every declension and conjugation: each form finds every other. */
export const families = {
  sv: `
    åder ådern ådror ådrorna
    toffel toffeln tofflor tofflorna
    kollega kollegan kollegor kollegorna kollegors
    moster mostern mostrar mostrarna
    himmel himlen himmeln himlar himlarna himmelen
    by byn byar byarna
    ö ön öar öarna öns
    doktor doktorn doktorer doktorerna
    stipendium stipendiet stipendier stipendierna
    äpple äpplet äpplen äpplena
    konto kontot konton kontona
    hjärta hjärtat hjärtan hjärtana
    möte mötet möten mötena mötets
    frö fröet fröt frön fröna
    lärare läraren lärarna lärarnas lärarens lärares
    politiker politikern politikerna politikers politikernas
    rum rummet rummen rummets
    vatten vattnet vattnets
    tecken tecknet tecknen
    kapitel kapitlet kapitlen
    teater teatern teatrar teatrarna
    universitet universitetet universiteten universitetets
    schema schemat scheman schemana
    idé idén idéer idéerna
    kommitté kommittén kommittéer kommittéerna kommitténs
    studio studion studior studios studiorna
    mun munnen munnar munnarna
    nykter nyktert nyktra nyktrare
    mager magert magra magrare magrast
    mogen moget mogna mognare mognast
    ledsen ledset ledsna ledsnare
    erfaren erfaret erfarna
    ädel ädelt ädla ädlare
    trång trångt trånga trängre trängst trångare
    blå blått blåa blåare
    tunn tunt tunna tunnare tunnast
    dum dumt dumma dummare dummast
    gemensam gemensamt gemensamma
    nöjd nöjt nöjda nöjdare
    vild vilt vilda vildare
    svår svårt svåra svårare svårast svåraste
    sjuk sjukt sjuka sjukare sjukast
    ringa ringer ringde ringt rings ringdes
    glömma glömmer glömde glömt glömd glömda glöms glömdes glömts
    behöva behöver behövde behövt behövs behövdes behövts
    anmäla anmäler anmälde anmält anmäld anmälda anmäls anmäldes anmälts
    tåla tål tålde tålt
    sända sänder sände sänt sänds sändes
    utföra utför utförde utfört utförs utfördes utförd
    läsa läser läste läst läses lästes lästs
    möta möter mötte mött möts möttes
    röra rör rörde rört rörs rördes
    nå når nådde nått nås nåddes nåtts
    fly flyr flydde flytt
    skriva skriver skrev skrivit skriven skrivet skrivna skrivs skrevs skrivits
    bjuda bjuder bjöd bjudit bjuden bjudna bjuds bjöds bjudits
    dricka dricker drack druckit drucken druckna dricks dracks
    vinna vinner vann vunnit vunnen vunna vanns
    gripa griper grep gripit gripen gripna grips greps
    sprida sprider spred spritt spridit spridd spridda sprids spreds
    bryta bryter bröt brutit bruten brutna bryts bröts brutits
    frysa fryser frös frusit frusen frusna
    bära bär bar burit buren burna bärs bars
    ta tar tog tagit tagen tagna tas togs tagits
    slå slår slog slagit slagen slagna slås slogs
    lägga läggs lades lagts
    sälja säljer sålde sålt såld sålda säljs såldes sålts
    beskriva beskriver beskrev beskrivit beskrivs beskriven beskrivna
    erbjuda erbjuder erbjöd erbjudit erbjuds erbjöds erbjuden erbjudna
    tillåta tillåter tillät tillåtit tillåten tillåtna tillåts
    förstöra förstör förstörde förstört förstörd förstörda förstörs förstördes
    mus musen möss mössen
    gås gåsen gäss gässen
    öga ögat ögon ögonen
    axel axeln axlar axlarna
    muskel muskeln muskler musklerna
    vapen vapnet vapnen
    botten bottnen bottnar bottnarna
    semester semestern semestrar semestrarna
    kam kammen kammar kammarna
    hem hemmet hemmen hemmets
    ful fult fula fulare fulast fulaste
    söt sött söta sötare sötast
    ärva ärver ärvde ärvt ärvs
    betyda betyder betydde betytt
    låsa låser låste låst låses låstes
    växa växer växte växt vuxit vuxen vuxna
    leda leder ledde lett leds leddes ledd ledda
  `,
  nb: `
    uke uka uken uker ukene
    gaffel gaffelen gafler gaflene
    finger fingeren fingre fingrene
    teater teateret teatret teatre teatrene
    museum museet museer museene
    studium studiet studier studiene
    sentrum sentrumet sentre sentra
    medlem medlemmet medlemmer medlemmene
    kafé kafeen kafeer kafeene
    tre treet trær trærne
    øy øya øyen øyer øyene
    and anda ender endene
    gammel gammelt gamle eldre eldst eldste
    vakker vakkert vakre vakrere vakrest
    enkel enkelt enkle enklere enklest enkleste
    åpen åpent åpne åpnere
    travel travelt travle travlere
    sulten sultent sultne
    tom tomt tomme tommere
    ensom ensomt ensomme ensommere
    trygg trygt trygge tryggere tryggest tryggeste
    grønn grønt grønne grønnere
    snill snilt snille snillere
    blå blått blåe blåere
    viktig viktige viktigere viktigst viktigste
    bygge bygger bygde bygd bygges
    kjøpe kjøper kjøpte kjøpt kjøpes
    lære lærer lærte lært læres
    glemme glemmer glemte glemt glemmes
    leve lever levde levd
    leie leier leide leid leies
    nå når nådde nådd
    skje skjer skjedde skjedd
    skrive skriver skrev skrevet skrives
    drikke drikker drakk drukket drikkes
    finne finner fant funnet finnes
    skjære skjærer skar skåret
    selge selger solgte solgt selges
    fortelle forteller fortalte fortalt fortelles
    tilby tilbyr tilbød tilbudt tilbys
    bestille bestiller bestilte bestilt bestilles
    høy høyt høye høyere høyest høyeste
    lav lavt lave lavere lavest
    syk sykt syke sykere sykest
    våt vått våte våtere
    bestemme bestemmer bestemte bestemt bestemmes
  `,
  nn: `
    sykkel sykkelen syklar syklane
    auge auget auga augo
    søster systera syster systrer systrene søstrer
    viktig viktige viktigare viktigast viktigaste
    vanskeleg vanskelege vanskelegare
    open ope opne opnare
    gamal gamalt gamle eldre eldst
    byggje bygger byggjer bygde bygd
    kjenne kjenner kjende kjent
    høyre høyrer høyrde høyrt
    skrive skriv skreiv skrive
    fortelje fortel fortalde fortalt
    liggje ligg låg lege
    dra dreg drog drege
    bere ber bar bore
    skyte skyt skaut skote
    synge syng song sunge
    ete et åt ete
    bu bur budde butt
    tru trur trudde trutt
    søye søya søyer søyene
    mor mora mødrer mødrene
    bror broren brør brørne brørane
    høg høgt høge høgare høgast
  `,
  en: `
    city cities
    stop stops stopped stopping
    travel travels travelled travelling traveled
    refer refers referred referring
    decide decides decided deciding
    die dies died dying
    choose chooses chose chosen choosing
    write writes wrote written writing
    cut cuts cutting
    child children
    foot feet
    wolf wolves
    potato potatoes
    happy happier happiest happily
    big bigger biggest
    large larger largest
    far further furthest farther
    bear bears bore borne
    swear swears swore sworn swearing
    panic panics panicked panicking
    dye dyes dyed dyeing
    colour color colours colors
    organise organize organised organized organising organizing
    behaviour behavior behaviours
    focus focuses focused focusing
  `,
} as const

/** Compounds of everyday talk, each alone in its text: a line is a compound and the parts that find it. */
export const compounds = {
  sv: `
    arbetsplats arbete plats, arbetskamrater arbete kamrat, hemtjänsten hem tjänst, barnomsorgen barn omsorg, skolskjutsen skola skjuts, matlagning mat,
    vardagsrummet vardag rum, väntrummet rum, gatubelysningen gata belysning, veckodagarna vecka dag, kvinnohus kvinna hus, bondgården bonde gård,
    busshållplatsen buss hållplats plats, flygresor flyg resa, föräldramötet förälder möte, bostadsbrist bostad brist, hyreslägenhet hyra lägenhet,
    lägenhetsdörren lägenhet dörr, tvättstugan tvätt stuga, sommarjobb sommar jobb, midsommarafton midsommar afton, fotbollsträning fotboll träning,
    simhallen hall, musikskolan musik skola, svenskundervisning undervisning, flyktingbarn flykting barn, arbetstillstånd arbete tillstånd,
    kommunalrådet råd, regionkontoret region kontor, polisanmälan polis anmälan, brandstationen brand station, vårdcentralen vård central,
    tandvård tand vård, läkartid läkare tid, sjukskriven skriven, huvudvärken huvud värk, medicinlista medicin lista, rullstolsramp rullstol ramp,
    dagverksamheten dag verksamhet, kvällspass kväll pass, deltidsjobb deltid jobb, utvecklingssamtal utveckling samtal, datorprogram dator program,
    telefonsamtalet telefon samtal, webbsidan webb sida, fiskekvot fiske kvot, båtmotorn båt motor, jordbruket jord bruk, skördetröska skörd tröska,
    potatisåkern potatis åker, kossorna kossa, slaktdjur djur, traktorförare traktor förare, bensinmacken bensin mack, cykelbana cykel bana,
    elräkningen el räkning, värmepumpen värme pump, kärnkraften kraft, biblioteksböcker bibliotek bok böcker, matbutiken mat butik, kundtjänst kund tjänst,
    egenföretagare företagare, bankkontoret bank kontor, teaterföreningen teater förening, danskursen dans kurs, lokaltidningen lokal tidning,
    ungdomsgården ungdom gård, studiecirkel studie cirkel, universitetsstudier universitet studie, specialpedagog pedagog, matbord mat bord,
    badrum bad rum, byggarbetsplats bygg arbetsplats plats, verktygslåda verktyg låda, världsbild värld bild, livsglädje liv glädje,
    födelsedagen födelse dag, mormor mor, barnbarn barn
  `,
  nb: `
    arbeidsplassen arbeid plass, barnehagen barn hage, ungdomsskolen ungdom skole, hjemmetjenesten tjeneste, eldreomsorg eldre omsorg, fastlegen lege,
    tannlegetime tannlege time, skolegård skole gård, foreldremøte foreldre møte, fiskeoppdrett oppdrett, melkekvote melk kvote, saueflokken sau flokk,
    traktorfører traktor fører, kommunestyret kommune styre, boligmarkedet bolig marked, leilighetskjøp leilighet kjøp, strømregning strøm regning,
    juleferien jul ferie, togstasjonen tog stasjon, flyplassen plass, politibetjent politi betjent, nettbutikk nett butikk, datasystem data system,
    mobiltelefon mobil telefon, språkopplæring språk opplæring, asylsøker asyl søker, fotballbane fotball bane, korøvelse kor øvelse,
    bibliotekbesøk bibliotek besøk, dugnadsarbeid dugnad arbeid, nattevakt natt vakt, lønnsforhandling lønn forhandling, verneombud ombud, svigermor mor,
    husmorskole husmor skole, verdenskrigen verden krig, bygdefolk bygd folk
  `,
  en: `
    workplace work place, homework home work, farmhouse farm house, fisherman man, lifeboat life boat, classroom class room, grandmother mother,
    neighbourhood neighbour, healthcare health care, bathroom bath room, weekend week, lunchtime lunch time, greenhouse green house, snowstorm snow storm,
    website web site, policeman police man, paperwork paper work, deadline line, household house, footpath foot path, babysitter baby sitter,
    seaside sea side, warehouse house
  `,
} as const
