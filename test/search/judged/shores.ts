import type { Judged } from './villages.ts'

/** Invented talks from the coast and the country, with searches judged before they were tried. */
export const shores: readonly Judged[] = [
  {
    language: 'nb',
    text: `Intervjuare: Hvor lenge har du drevet fiskemottaket?
Informant: Siden nittitre. Bestefar min eide tre båter, faren min solgte dem.
Informant: Torsken kommer i januar. Torskekvotene ble halvert, og kvoteprisene steg.
Informant: Fiskerne lander fangsten her, men fangstene blir mindre.
Informant: Vi sløyde for hånd. Hendene mine er ødelagte av kulden.
Informant: Arbeiderne kommer fra Litauen. De bor i brakker ved kaia.
Informant: Kaiene råtner. Kommunen skulle bygd ny molo, moloen kom aldri.
Informant: Sønnen min dro til Stavanger. Sønnene på nabogårdene dro de også.
Informant: Ungene kaster stein etter måkene, måkeskrikene er lyden av oss.
Informant: Fryselageret strøk med i stormen. Strømmen var borte i fire døgn.
Intervjuare: Hvordan er hverdagen på sykehjemmet?
Informant: Travel. Sykepleierne løper, helsefagarbeiderne løper fortere.
Informant: Pasientene spør etter mødrene sine. En pasient spurte meg om jeg var moren.
Informant: Beboerne fikk nye rom, men rommene er kalde.
Informant: Nattevaktene er verst. Nettene er lange når noen dør.
Informant: Pårørende skriver klager, og klagene leses av en jurist.
Informant: Bemanningen er kuttet. Vi var åtte, nå er vi fem.
Informant: Maten kommer fra et storkjøkken i nabobyen, middagene er lunkne.
Informant: Jeg trives likevel. Trivselen sitter i veggene.
Informant: Tannlegen kommer annethvert år. Tennene deres er dårlige.
Intervjuare: Fortell om skiklubben.
Informant: Klubben har to hundre medlemmer, men medlemskontingenten betales av seksti.
Informant: Løypene kjøres opp av frivillige. Løypemaskinen er fra nittitallet.
Informant: Hopperne reiste til Lillehammer, hoppbakken vår ble revet.
Informant: Snøen kommer senere. Vintrene er blitt våte.
Informant: Foreldrene selger vafler, en mor stekte fire hundre på en søndag.
Informant: Trenerne får ikke lønn. Treneren til jentene er bussjåfør.
Informant: Rennet ble avlyst, rennene i mars også.
Informant: Dugnadsånden lever, men dugnadene er alltid de samme folkene.
Informant: Gutta vant gull, og gullet henger i butikken.
Intervjuare: Hvorfor tok du over bokhandelen?
Informant: Fordi ingen andre ville. Bøkene sto i esker, hyllene var tomme.
Informant: Nettbutikkene tok kundene. En kunde tok bilde av prisen og gikk.
Informant: Forfatterne kommer gjerne hit, forfatterkveldene er fulle.
Informant: Husleien øker. Gårdeieren bor i Spania.
Informant: Jeg leste alt som barn. Barna leser mindre, barnebøkene selger likevel best.
Informant: Vi la ned kafeen, kaffen var for dårlig.
Informant: Regnskapet føres av søsteren min, søstre er billige.
Informant: Julehandelen redder året. Uten jula hadde vi gått konkurs.
Informant: Drømmen er et forlag, men drømmer koster penger.`,
    questions: [
      { kind: 'stem', ask: 'båt', forms: 'båter' },
      { kind: 'stem', ask: 'sønn', forms: 'sønnen sønnene' },
      { kind: 'stem', ask: 'selge', forms: 'solgte selger', not: 'trivselen' },
      { kind: 'compound', ask: 'torsk', forms: 'torsken torskekvotene' },
      { kind: 'compound', ask: 'kvote', forms: 'torskekvotene kvoteprisene' },
      { kind: 'stem', ask: 'fangst', forms: 'fangsten fangstene' },
      { kind: 'stem', ask: 'hånd', forms: 'hånd hendene' },
      { kind: 'compound', ask: 'arbeider', forms: 'arbeiderne helsefagarbeiderne' },
      { kind: 'stem', ask: 'kai', forms: 'kaia kaiene' },
      { kind: 'stem', ask: 'pasient', forms: 'pasientene pasient' },
      { kind: 'stem', ask: 'spørre', forms: 'spør spurte' },
      { kind: 'compound', ask: 'natt', forms: 'nattevaktene nettene' },
      { kind: 'stem', ask: 'rom', forms: 'rom rommene' },
      { kind: 'stem', ask: 'klage', forms: 'klager klagene' },
      { kind: 'stem', ask: 'mor', forms: 'mødrene moren mor' },
      { kind: 'compound', ask: 'tann', forms: 'tannlegen tennene' },
      { kind: 'compound', ask: 'løype', forms: 'løypene løypemaskinen' },
      { kind: 'stem', ask: 'vinter', forms: 'vintrene' },
      { kind: 'stem', ask: 'trener', forms: 'trenerne treneren', not: 'vintrene' },
      { kind: 'stem', ask: 'renn', forms: 'rennet rennene' },
      { kind: 'compound', ask: 'dugnad', forms: 'dugnadsånden dugnadene' },
      { kind: 'compound', ask: 'barn', forms: 'barn barna barnebøkene' },
      { kind: 'stem', ask: 'søster', forms: 'søsteren søstre' },
      { kind: 'stem', ask: 'gull', forms: 'gull gullet', not: 'gulnade' },
      { kind: 'stem', ask: 'drøm', forms: 'drømmen drømmer' },
      { kind: 'typo', ask: 'sykepleire', forms: 'sykepleierne' },
      { kind: 'typo', ask: 'husleeie', forms: 'husleien' },
      { kind: 'typo', ask: 'fiskmottak', forms: 'fiskemottaket' },
      { kind: 'phrase', ask: '"løper helsefagarbeiderne"', saying: ['løper, helsefagarbeiderne'] },
      { kind: 'phrase', ask: '"torsken januar"~3', saying: ['torsken kommer i januar'] },
      { kind: 'stem', ask: 'eie', forms: 'eide', not: 'åtte' },
      { kind: 'stem', ask: 'måke', forms: 'måkene måkeskrikene' },
      { kind: 'compound', ask: 'skrik', forms: 'måkeskrikene' },
      { kind: 'compound', ask: 'lager', forms: 'fryselageret', not: 'løypene' },
      { kind: 'stem', ask: 'bemanne', forms: 'bemanningen' },
      { kind: 'compound', ask: 'kjøkken', forms: 'storkjøkken' },
      { kind: 'compound', ask: 'bakke', forms: 'hoppbakken' },
      { kind: 'stem', ask: 'snø', forms: 'snøen' },
      { kind: 'stem', ask: 'lønn', forms: 'lønn' },
      { kind: 'compound', ask: 'nett', forms: 'nettbutikkene' },
      { kind: 'stem', ask: 'forfatter', forms: 'forfatterne forfatterkveldene' },
      { kind: 'stem', ask: 'lese', forms: 'leste leser leses' },
      { kind: 'typo', ask: 'regnskab', forms: 'regnskapet' },
      { kind: 'typo', ask: 'kafè', forms: 'kafeen' },
    ],
  },
  {
    language: 'nn',
    text: `Intervjuare: Korleis er det å drive gard her inne i fjorden?
Informant: Bratt. Sauene går heile sommaren på fjellet, og lamma blir tekne av jerven.
Informant: Eg har ikkje råd til nytt fjøs. Bøndene søkte om tilskot, tilskota kom aldri.
Informant: Veret er verre no. Fjøstaket bles av i januar.
Informant: Frukttrea fraus. Eplehagane på andre sida klarte seg.
Informant: Jentene mine vil ikkje ta over. Jenta på nabogarden vil.
Informant: Vegen er rasfarleg, og rasa kjem kvar vår.
Informant: Ungdommane flyttar til byen, men flyttinga er ikkje for alltid.
Intervjuare: Kva gjer du på skulen?
Informant: Eg er lærar og vaktmeister. Lærarane er fire, elevane trettito.
Informant: Skulebygget lek. Taket skulle vore skifta for ti år sidan.
Informant: Elevane syng kvar morgon. I fjor song dei for ordføraren.
Informant: Kommunestyret vil leggje ned skulen, nedlegginga skal opp i haust.
Informant: Foreldra møtte opp, alle saman. Møta varte til midnatt.
Informant: Ungane les godt, lesinga er betre enn i byskulane.
Informant: Sjukefråværet er lågt. Ingen er sjuke så lenge dei trivst.`,
    questions: [
      { kind: 'stem', ask: 'sau', forms: 'sauene' },
      { kind: 'stem', ask: 'lam', forms: 'lamma' },
      { kind: 'stem', ask: 'tilskot', forms: 'tilskot tilskota' },
      { kind: 'compound', ask: 'ras', forms: 'rasfarleg rasa' },
      { kind: 'stem', ask: 'jente', forms: 'jentene jenta' },
      { kind: 'stem', ask: 'elev', forms: 'elevane' },
      { kind: 'stem', ask: 'syngje', forms: 'syng song' },
      { kind: 'stem', ask: 'lærar', forms: 'lærar lærarane' },
      { kind: 'stem', ask: 'flytte', forms: 'flyttar flyttinga' },
      { kind: 'compound', ask: 'tak', forms: 'fjøstaket taket' },
      { kind: 'compound', ask: 'skule', forms: 'skulen skulebygget byskulane' },
      { kind: 'compound', ask: 'fjøs', forms: 'fjøs fjøstaket' },
      { kind: 'compound', ask: 'frukt', forms: 'frukttrea' },
      { kind: 'compound', ask: 'hage', forms: 'eplehagane', not: 'hadde' },
      { kind: 'stem', ask: 'ungdom', forms: 'ungdommane' },
    ],
  },
  {
    language: 'en',
    text: `Intervjuare: How did the lifeboat station start?
Informant: A drowning. Two brothers drowned off the point and the village bought a boat.
Informant: The volunteers are plumbers, a dentist and the vicar's wife. Volunteering runs in families.
Informant: We launched forty times last year; a launch takes nine minutes.
Informant: The worst was a trawler that sank. Its crew had sunk every penny into it.
Informant: You freeze out there. My hands froze to the rope once.
Informant: The boathouse leaks and the slipway is crumbling.
Informant: Fundraising is harder, although the raffle raised a thousand pounds.
Informant: Tourists swim where they shouldn't. One swam straight into the race.
Informant: My knees are gone, and my left knee went first.
Intervjuare: What does a rural GP do all day?
Informant: Drive. My patients live on forty square miles, and one patient lives on an island.
Informant: The surgery has two nurses; nursing posts stay vacant for a year.
Informant: I diagnosed a stroke by telephone. Diagnoses like that keep you awake.
Informant: Prescriptions are driven out by the postwoman.
Informant: The ambulance took ninety minutes. Ambulances come from the city.
Informant: People are lonelier. Loneliness kills more than smoking here.
Informant: I chose this, nobody forced me. The choice was easy.
Informant: Our receptionist knows everyone's business, and half their diseases.
Informant: They closed the cottage hospital. Its closure was never explained.
Intervjuare: Tell me about the brewery.
Informant: We brew in a cowshed. The first brew tasted of soap.
Informant: Barley is grown by my cousin, and the hops come from Kent.
Informant: Publicans want cheap beer. A publican wrote that ours was too bitter.
Informant: The taxman takes a third, taxes went up again in spring.
Informant: Bottles were dearer than the beer, so we switched to cans.
Informant: We employ seven people. Employment is all the council talks about.
Informant: The beer festival drew two thousand visitors, a visitor fell in the mash tun.
Informant: Our labels are drawn by a schoolteacher.
Informant: Regulations, regulations. The inspector regulated us nearly to death.
Intervjuare: Why did the choir survive?
Informant: Because we sang rubbish for years and nobody cared. Singing is breathing.
Informant: The organist retired, and the organ was sold to a shopping-centre.
Informant: Rehearsals are on Tuesdays; we rehearse in the fire station.
Informant: Children's voices carry. A child sang at the war memorial.
Informant: The tenors are few. Men don't join, men drink.
Informant: We travelled to Estonia, travelling by coach for three days.
Informant: Our conductor was cruel, conducting like a policeman.
Informant: The audience wept. I have never seen so many people weep.
Informant: Well-known soloists come for the cakes, the best-known stayed a week.`,
    questions: [
      { kind: 'stem', ask: 'drown', forms: 'drowned drowning' },
      { kind: 'stem', ask: 'sink', forms: 'sank sunk' },
      { kind: 'stem', ask: 'freeze', forms: 'freeze froze' },
      { kind: 'compound', ask: 'boat', forms: 'boat lifeboat boathouse' },
      { kind: 'stem', ask: 'swim', forms: 'swim swam' },
      { kind: 'stem', ask: 'knee', forms: 'knees knee' },
      { kind: 'stem', ask: 'nurse', forms: 'nurses nursing' },
      { kind: 'stem', ask: 'diagnosis', forms: 'diagnoses' },
      { kind: 'stem', ask: 'lonely', forms: 'lonelier loneliness' },
      { kind: 'stem', ask: 'choose', forms: 'chose' },
      { kind: 'stem', ask: 'close', forms: 'closed closure' },
      { kind: 'stem', ask: 'brew', forms: 'brew' },
      { kind: 'stem', ask: 'publican', forms: 'publicans publican' },
      { kind: 'compound', ask: 'tax', forms: 'taxman taxes' },
      { kind: 'stem', ask: 'employ', forms: 'employ employment' },
      { kind: 'stem', ask: 'draw', forms: 'drew drawn' },
      { kind: 'stem', ask: 'regulate', forms: 'regulated regulations' },
      { kind: 'stem', ask: 'sing', forms: 'sang singing' },
      { kind: 'stem', ask: 'child', forms: "children's child children" },
      { kind: 'stem', ask: 'weep', forms: 'wept weep' },
      { kind: 'stem', ask: 'conduct', forms: 'conductor conducting' },
      { kind: 'stem', ask: 'travel', forms: 'travelled travelling' },
      { kind: 'hyphen', ask: 'shopping centre', forms: 'shopping-centre' },
      { kind: 'hyphen', ask: 'wellknown', forms: 'well-known' },
      { kind: 'typo', ask: 'rehersal', forms: 'rehearsals' },
      { kind: 'typo', ask: 'organnist', forms: 'organist' },
      { kind: 'typo', ask: 'recpetionist', forms: 'receptionist' },
      { kind: 'typo', ask: 'vilage', forms: 'village' },
      { kind: 'phrase', ask: '"our labels are drawn"', saying: ['our labels are drawn'] },
      { kind: 'stem', ask: 'volunteer', forms: 'volunteers volunteering' },
      { kind: 'compound', ask: 'post', forms: 'postwoman posts' },
      { kind: 'stem', ask: 'prescribe', forms: 'prescriptions' },
      { kind: 'stem', ask: 'go', forms: 'gone went' },
      { kind: 'stem', ask: 'tell', forms: 'tell' },
      { kind: 'stem', ask: 'retire', forms: 'retired' },
      { kind: 'stem', ask: 'policemen', forms: 'policeman' },
      { kind: 'compound', ask: 'cow', forms: 'cowshed' },
    ],
  },
]
