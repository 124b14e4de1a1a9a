/** Swedish function words and spoken fillers. Words that carry content (bra, beslut, behov, kommun, plats) are never here. */
export const sv = `
alla allas allt alltid alltihop alltihopa alltså altså andra andras annan annat annars antingen asså att av bak bakom bara
behöva behöver bli blir blev blivit blitt bort borta borde bortom bägge både båda bådas där därefter därför därifrån därmed därtill dit
dej dem den denna denne dennes dens deras dess dessa det detta dig din dina ditt dom domma dock du då däremot
efter eftersom eh ehm eller emellan emot en enbart enda ens er era ert ett exakt ej
fast fastän fick fann finns fanns finnas flera fler flest fortfarande fram framför framåt från få får fått före förr förresten förut för först förstås
ganska ge genom ger gav gett givetvis gjorde gjort gå gång gånger går gick gått göra gör görs
ha hade haft han hans har havit hej helt heller hellre henne hennes hit hm hmm hon honom hos hur huruvida hunnit här härifrån
i ibland icke idag ifall ifrån igen igenom igår in inga ingen ingenting inget ingenstans inne innan inom inte inuti istället
ja jaa jag jaha jahapp jaja jajamän jajamensan jo joho joo jodå jora ju just juste så såhär
kan kanske klart knappt kom komma kommer kommit kunde kunna kunnat kvar
lade ligga ligger likaså liksom lika lite litegrann litet längre lär låta låter lät
man massa med medan mellan men mera mer mest mig min mina minst mitt mm mmm mot mycket många måste måst mej
nah nej nejdå nja ned nedanför nere ni nja nog nogsamt nu nuförtiden ny nä nähä näe nämligen när nära någon någonsin någonstans någonting någonsorts något några nånstans nån nånting nåt nåra
och också ofta oftast oj okej ok om omkring ovan ovanför oss över överallt övrigt
per precis på
redan rätt
sade sagt saker säga säger säg sagt sedan sen ser sett se sin sina sist sitt sitta själv själva självklart ska skall skulle skull snarare snart som somliga sådan sådana sådant såg sånt sån såna sådär sätt så såklart
ta tack tagit tar tog tills till tillbaka tillsammans trots två tre typ tänkte tycker tyckte tror trodde tänker tänk tänkt
under undan upp uppe ur ut utan utanför ute utom uh uhm
va vad vadå var vara varandra vare varför varifrån varit varje varken vars vart vem vems verkligen vet veta visst visste vi vid vidare vilka vilkas vilken vilket vill ville vore våra vårt vår väl
åh åt återigen
är även
äh ähm äsch ändå ännu
öh öhm
absolut faktiskt egentligen liksom eftersom likväl ungefär kanske iallafall fall iaf nämligen alltmer hur helst
en ena ett det där den här de när mina dina sina ens mej dej sej sig sån
blivit bliva brukar brukade bruka fanns finnas skulle vore tro
sa sade säjer säja sägs säger sagt pratar pratade
aldrig alltså alldeles
noll två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo tjugoen tjugotvå tjugofem trettio fyrtio femti femtio sexti sextio sjutti sjuttio åttio nitti nittio hundra tusen halv halva halvt
första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde
stå står stod stått satt satte la lägga lägger ligg ihop isär än ner neråt nedåt uppåt runt håll håller hålla höll hållit hela hel helt samma slutet del delen riktigt heter hette börja börjar började börjat int ente nåra stycken styck
liksomt typ va ba bara ju assa asså alltsåå hörru vettu vetu vettefan menar mena sådärja jovars visserligen nåja
nästan nästa senaste senare senast länge längst förra eget egen egna tag par gången förlåt förstår hitåt ditåt plus minus
`
  .split(/\s+/)
  .filter(Boolean)
