import { moreEnglishParts, norwegianParts, swedishParts } from './everyday-parts.ts'
import type { Stemming } from './stemming.ts'

/**
 * What Swedish and Norwegian compounds are commonly made of, for corpora too small to know the parts themselves: words as
 * they stand in compounds, without the s or e that links them. The corpus's own words are known besides.
 */
const common = `
  affär afton aktivitet alder alkohol ansvar arbeid arbet arkiv avdelning avtal avtale back bakgrund bakgrunn bank barn barnehage bedrift bedrifts
  bensin berg beslut beslutning bestånd besök besøk betal bibliotek biblioteket bil bild bilde blad blod blom bok boken bolag bolig bonde book bostad
  bredband bredbånd brev bro bruk brukar bruker brygg budget budsjett bulle bus buss butik butikk bygd bygg bygge byggnad bygnings byrå båt class
  coffee cykel dag dagis data dator deltid demens demokrati distans djur door drift driv dröm dyr efter eier ekonomi eldre elev energi enhet erfaren
  erfaring ettermiddag fabrik fabrikk familie familj fest film finans fisk fjell fjord fjäll flod fly flyg flygplats flyplass folk foot foreldre
  forening foretak forskning framtid fred fremtid frisk fritid frivillig frokost frukost fråga frågor fullmäktige fylke förening företag förskola
  föräldra gata gate gjest gjeste gods golf golv gran grann granne grense grund grunn grupp gruppe gräns gräs grön gäst gård hall halv hamn hand
  handel handl hav havn head heim heime helg helse heltid hem hemma hjelp hjem hjemme hjul hjälp hjärt home hotell house hoved hovud hund hus
  husholdning hushåll huvud hyr hyra hyres hälso hälsovård häst höst høst ideell idrett idretts idrott industri informasjon information inkomst
  innovasjon innovation internet internett jakt jernbane jobb jord jul järn järnväg kaffe kamp kassa kirke kjøp kjøre klass klasse klima klimat klubb
  kläd kläder klær kraft kreativ kris krise kropp kultur kund kunde kunnskap kunskap kurs kust kveld kvinn kvinne kväll kyrk kyrko kyst kök körs lag
  land landsbyg landsbygd ledar leder lege leiar life liv livs livsmedel lokal lokale lov luft lunch lunsj läkar län länk lärar lån låne lærar lærer
  lön löne lønn mail mark marked marknad mat matte medarbeid medarbetar media medlem medlems miljö miljø minn minne mjölk mjølk mobil morgen morgon
  motor musik musikk myndighet natt natur net nett nettverk nyhet nyhets nytt närings näringsliv nät nätverk næring nærings offentlig område omsorg
  oppdrag organisasjon organisation papir papper park parkering parti pengar penge pension pensjon person personal personell plan plass plats polis
  politi politik politikk post press pris problem process produkt program projekt prosess prosjekt radio rain regel region regn reise resa rese
  ressurs restaurang restaurant resurs rett risiko risk road rom room rum rutin rutine rätt råd saft sak salg samarbeid samarbet samfunn samhäll
  samhälle samtal samtale samverkan sand school service sid side sjuk sjukhus sjukskriv sjö sjø skatt skog skol skola skole skul skule skrift skriv skriving
  skuld snow snö snø social sol sommar sommer sosial spel spill sport språk stad stall stasjon stat station stats sted stein sten stilling stjärn stol
  stor strand straum ström strøm student studie stund styr styre stöd støtte sun syk sykehus syskon system søster tak tand tea telefon tema teneste
  tid tidning tids time timme tjeneste tjänst tog tomt torg torsdag town tradisjon tradition trafik trafikk transport trapp trygd trygghet trä tur
  turism turisme turist tåg uke undervisning ungdom universitet uppdrag utbildning utbygging utbyggnad utdanning utveckling utvikling vaccin vaksin
  valg vann vara vare varm vass vatten veck vecka veg vei venn verden verk verksamhet verkstad verksted vest vin vind vinter virksomhet virus väder
  väg vän värld väst vår vård vær water way work yrke yrkes ägare äldre åker ålder års öst økonomi øst
  kommun kommune kommunal fiber hold håll träff treff mølle
  linje linj avgift bidrag cirkel sirkel firma firm flykt forsk forskar forsker gren gruv gruve hall intervju kamera karta kart kasse kort kontroll krog kro kurs
  köp köpar lager led ledning ledningar leverans leveranse lista liste lägenhet leilighet löfte maskin mejeri meieri nivå nämnd nemnd papp pendel pendlar pendler planering
  planlegging pleie pleier projekt präst prest rapport registrering ruta rute rykte samling semester sjef skyddad skydd smed stuga stue stykke stämma stöd svar sång sälj
  säng seng sökande tomt torn trappa undersøking undersøkelse undersökning upplysning opplysning uppgift oppgave vaktmästare vakt veranda villa vikt volym väska veske
  annons assistent bagar baker bokstav chef dans datum dotter dubbel dobbel enkel extra ekstra ferje ferge färj fiskar fjøs fot frakt frukt färg fält fönster förbund
  gammal gammel gamle gatu getter glas grend gris hjort hjälm häst hjort höns kaj kai kanal kapten katt kjede klinik klinikk knut kontor kopp krets kull kommitté
  ladu lastbil lek läder läx mannskap metod metode modell myr mörk mørk nabo nyckel nøkkel olje olja ordning orkester pappa mamma patient pasient
  port potet potatis punkt ramme redskap rekke rekkje ring robot rådgivning rör rør sau sekund serie servering sido skada skade skepp skip skåp slott smör smør snickar soffa
  sopp soppa spår start sti stjerne stolpe storm strejk streik stål støv såg sag tavla tavle teater test text tekst tomat tolk tråd tvätt tømmer timmer utrustning utstyr vegg vägg
  vesle vilt vogn vagn zon sone bete beite bildning bryggare bryggeri brygger fjös hage hagar hagen kupa kupor odling odlar odlare park skötar skötare sköterska skötsel
  brand brann ramp scen bi eple äpple potatis lamm sau fjær fjäder kläd mjöl mel nöt penn plåt plast rygg silver guld gull skräp sopor spann stege trall tvål ull vågs
  segel seil herde beste kvote asyl församling menighet flykting flyktning sal
  fartyg fartøy fångst fangst kjøkken køyrar kör kjører kjørar mätning måling nummer ordfører plantering pleiar prøve prov rekord resultat rökeri røkeri sats satsning teknik teknikk tunnel
  ögon øye öppning åpning ärende sov mål bad fik frö gym hår hård mjuk ost ost pub ris sko ull varu ved vik ägg givare givaren givarna tagare tagaren tagarna ledare
`
const parts: Readonly<Record<'sv' | 'nb', ReadonlySet<string>>> = { sv: words(common + swedishParts), nb: words(common + norwegianParts) }

/** The same in English. */
const englishParts = words(`${moreEnglishParts}
  hood ship wheel arm push high rain foot tooth wash bed news stone grand hill iron copper coal horse cow sheep pig bee honey moor boat ship ferry bridge rock
  air any band bath bed birth black blue board body book business car card care child church coast council country cross cup day dead dish door down dry ear earth every eye
  farm farmer field fire fish flat foot friend full gold good grand grass green ground guide hair half hand hard head health heart high home house household ice in key land
  law life light line long lord lunch mail mark market meal mid milk moon mother news night no note off out over paper part play post power rail rain river road room sail sand school
  sea self shop side silver skate small snow soft some south sports star step sun table tax tea team text thunder time timber town trade under up water way web week well west white wind winter
  woman wood work year young shed barn bell boy girl box bag bar base brain breaker bridge brush cake cap chair cloth coat corn cutter drop egg fall fight finder flower fruit
  glass goer guard gun hill holder hook horn keeper kitchen knife lace lamp lid load lock log looker maker mate mill nail nut owner pack pad pan pick pile pin pipe pit plate point pot proof rack ring
  roof rope runner saw screen seat seed seller sheet shoe shore sick skin skirt spoon spot stand stick stool store storm string suit tail taker tank teller tip toe tool top track trap tray tree tube
  wall warm wash watch wear whale wire wise worm writer yard
`)

/** What looks as if it held other words and does not. */
const WHOLE =
  /kontroll|kondukt|kommun|frukost|kapten|person|operatör|direktör|riktig|samman|kammar|program|mandat|natur|blomm|firma|konfirm|kvinn|utveckl|kurva|förstör|femton|sexton|raml|saml|svensk|tillstånd|lokal|soppa|seg[el]l|lindr|fatta|svinn|bänk|arbet|(?:mån|tis|ons|tors|fre|lör|sön|tirs|lør|søn)dag|byrå|barbro|fredrik|långsam|pensel|pensl|papper|sommar|sommer|vinter|syster|kalender|restaurang|transport|februari|minister|register|kontakt|konsert|kommer|kommit|landa|blanda|handla|vandra|klandra|ändra|undra|hundra|mandel|mantel|kappa|maskin|medicin|gardin|kusin|balkong|kartong|krokodil|paraply|restriktion|station|nation|season|reason|lesson|poison|carpet|cartoon|husband|manag|woman|women|human|german|romant|mat(?:emat|eri|ch)|kanal|signal|journal|special|social|moral|oral|manual|general|central|kapital|hospital|digital|total|formul|formell|formal|format|kokain|förresten|hundred|tablett|kost(?=a|e|n)|kust|kusin|hotel|studi|stadi|rapport|billett|biljett|fortfar|varandra|serverin|koppl|meddel|(?<=för|hand|an|ut|in|av|ned|ner|över|till|bak|om|upp|mot|på|hjärn|hjerne|fore|under)slag|tande[tns]?$/g

/** Adverbs that verbs and their nouns are made with (inflyttning, återflyttare, utflytting). */
const particles = words(`
  in ut upp ner ned åter till från hit dit hem bort fram bak om över under mellan sam med mot vidare av på fort kvar inn opp til fra bort heim hjem fram frem gjen attende tilbake tillbaka
  mellom etter efter före før mis u o
`)

/** Words of two letters that compounds begin with. */
const short = words('by sy is el eu it tv ko ku bi öl øl ny pr te kö kø ål ås år ö å')

/** Nouns of two letters that are sought in compounds, at the end of them only where few words end so. */
const shortNouns = words('by is el it tv ko ku öl øl te kö kø ål ås')
const shortNounsLast = words('by ko ku öl øl kö kø')

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''))
}

export function isCommonPart(word: string, stemmings: readonly Stemming[]): boolean {
  return stemmings.some((one) => (one === 'en' ? englishParts : parts[one]).has(word))
}

export function isParticle(word: string): boolean {
  return particles.has(word)
}

export function isShortNoun(word: string): boolean {
  return shortNouns.has(word)
}

export function isShortNounLast(word: string): boolean {
  return shortNounsLast.has(word)
}

export function isShortPart(word: string): boolean {
  return short.has(word)
}

/** Whether the letters at some place of a word are the inside of one that holds no other: mun of kommun, kost of frukost. */
export function isWithin(whole: string, at: number, length: number): boolean {
  for (const found of whole.matchAll(WHOLE)) {
    const [from, to] = [found.index, found.index + found[0].length]
    if (from <= at && at + length <= to + (to === whole.length ? 0 : 2) && (from < at || at + length < to) && at < to) return true
  }
  return false
}
