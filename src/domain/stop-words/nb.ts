/** Norwegian bokmål function words and spoken fillers. Words that carry content (bra, behov, kommune, sted) are never here. */
export const nb = `
aldri alle alltid allerede alt altså andre annen annet at av bak bare begge ble blei blir bli blitt bort borte bør burde både
da de deg dem den denne der dere deres derfor derifra dermed dersom dessuten det dette di din dine disse ditt du dit
eh ehm ei eller ellers en enda eneste enn ennå er et ett etter egentlig
faktisk fant fikk finnes fins flere flest for foran fordi fortsatt fra fram framfor frem få får fått før først
gi gir ga gitt gjennom gjerne gjorde gjort gjør gjøre gå går gikk gått ganske gang ganger
ha hadde hatt han hans har hei hele helt heller henne hennes her herfra hit hm hmm ho hos hun hva hvem hver hvert hverandre hvilke hvilken hvilket hvis hvor hvordan hvorfor
i ifra igjen igjennom ikke ikkje imellom imot ingen ingenting inn inne innen innenfor inni ja jaha jada jeg jo joda jøss
kan kanskje klart kom komme kommer kommet kunne kunnet kun
la lage ligger liksom litt like likevel lå
man mange med meg mellom men mens mer mest mi min mine minst mitt mm mmm mot mye må måtte måttet
nå når nær nede nei neimen nesten ned noe noen noensinne nok nettopp nja nytt
og også oi ok okei okay om omtrent opp oppe oss ofte over overalt
per på presis
rett rundt
sa sagt samme samt se seg selv selvfølgelig sett senere si sia siden sier sin sine sist sitt sitter sjøl skal skulle skullet slik slike slikt snart som sånn sånne sånt så såg syns synes synest stadig
ta tar tok tatt takk til tilbake trodde tror tre to typ typen tenker tenkte tenk tenkt
under unna ut uten utenfor ute uh uhm
var vel ved vet visste vite vi vil ville villet vær være vært våre vårt vår veldig vår
å åh åssen
øh øhm
absolutt akkurat ehh hæ ass altså assa skjønner liksom lissom sant da altså
bruker brukte pleier pleide holder holdt snakker snakket
null to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue tyve tretti tredve førti femti seksti sytti åtti nitti hundre tusen halv halve halvt
første tredje fjerde femte sjette sjuende åttende niende tiende
stå står sto stod stått satt satte legge legger la ned hel helt hele samme del delen heter het begynne begynner begynte begynt
`
  .split(/\s+/)
  .filter(Boolean)
