import { readGuide } from '../../src/domain/read-guide.ts'
import { interviewWithTruth } from './interview-with-truth.ts'

/** Invented studies: every place, person and word is made up. Their interviewers alter the guides as interviewers do. */

export const libraryGuide = readGuide(`# Biblioteken
## Rollen
1. Vilken roll har du på biblioteket?
2. Hur länge har du arbetat där?
## Besökare
3. Vilka besöker biblioteket i Almträsk en vanlig vecka?
4. Hur har antalet besökare förändrats efter ombyggnaden?
5. Har ni några aktiviteter för barn? Om ja, vilka?
## Framtid
6. Vilka är de största utmaningarna de närmaste fem åren?
7. Hur samarbetar ni med skolorna?
8. Finns det en plan för meröppet?
9. Är det något du vill tillägga?`)

/** Swedish, I: and R:, ni/du, another name in the slot, order changed, a return, a question that was never put. */
export const library = interviewWithTruth(`I: Hej och välkommen. Det här är frivilligt, och jag spelar in om det går bra.
R: Det går fint.
I: Vad har du för roll här på biblioteket?
R: ⟦1|Jag är barnbibliotekarie, på pappret. I verkligheten gör jag allt.⟧
I: Mm.
R: ⟦1|Till och med vaktmästeri.⟧
I: Och hur länge har du jobbat här?
R: ⟦2|Elva år i höst.⟧
I: Vilka är det som besöker biblioteket i Granvik en vanlig vecka, skulle du säga?
R: ⟦3|Pensionärer på förmiddagen. Sedan kommer gymnasisterna. Vad gör de här? Ja, det kan man undra. De laddar telefonen.
Och så har vi en herre som läser alla dagstidningar, även de gamla.⟧
I: Varje dag?
R: ⟦3|Varje dag utom måndagar, för då har vi stängt.⟧
I: Bra. Hur jobbar ni tillsammans med skolorna, hur ser samarbetet ut?
R: ⟦7|Klassbesök. Alla tvåor får en visning och ett kort.⟧
I: Har ni aktiviteter för barnen, och i så fall vilka?
R: ⟦5|Sagostund på torsdagar, och ett sommarlov med läsutmaning.⟧
I: Finns det någon plan för meröppet?
R: ⟦8|Det vet jag inte. Det får du fråga chefen om.⟧
I: Om vi går tillbaka till skolorna, hur samarbetar ni med dem när det gäller sommaren?
R: ⟦7|Inte alls då, de har ju stängt.⟧
I: Har du något mer du vill tillägga?
R: ⟦9|Nej, det var nog allt.⟧
I: Tack så mycket för att du tog dig tid.
R: Tack själv. Glöm inte paraplyet.`)
export const libraryStatuses = {
  1: 'answered',
  2: 'answered',
  3: 'answered',
  4: 'not_asked',
  5: 'answered',
  6: 'not_asked',
  7: 'answered',
  8: 'dont_know',
  9: 'answered',
}

export const gardenGuide = readGuide(`Interview guide, community gardens

Background
1. How did you first get involved in the garden?
2. What do you grow?

Community
3. Who else uses the garden, and how often do they come?
4. What conflicts have there been between members, if any?
5. How are decisions made in the association?

Future
6. What would you need in order to expand?
7. Is there anything else you would like to add?`)

/** English, names for labels, two questions in one, an answer over several turns. */
export const garden = interviewWithTruth(`Maya Lindell: Thanks for meeting me. As I wrote, this is being recorded and you can withdraw at any time.
Tom Harrowby: Sure.
Maya Lindell: So, how did you get involved with the garden in the first place?
Tom Harrowby: ⟦1|My neighbour dragged me along. I had never held a spade.⟧
Maya Lindell: And what are you growing now?
Tom Harrowby: ⟦2|Beans, mostly. And far too many courgettes. Who eats forty courgettes? Nobody does.⟧
Maya Lindell: Who else is using it, and how often would you say they come?
Tom Harrowby: ⟦3|Families at the weekend.⟧
Maya Lindell: Only at the weekend?
Tom Harrowby: ⟦3|Well, the retired people come every morning before the heat.⟧
Maya Lindell: Have there been any conflicts between the members?
Tom Harrowby: ⟦4|I don't know, honestly.⟧
Maya Lindell: What would you need to be able to expand?
Tom Harrowby: ⟦6|Water. There is one tap for sixty plots.⟧
Maya Lindell: Okay. Anything else that you would like to add?
Tom Harrowby: ⟦7|Come back in August. You can have the courgettes.⟧
Maya Lindell: Thank you so much for your time.`)

export const ferryGuide = readGuide(`# Samband
- Har kommunen en plan for fergesambandet? Hvis nei, hvorfor ikke?
- Hvis ja, hvilke punkter i planen betyr mest?
- Hva kjennetegner de reisende? (pendlere/turister)

# Næringsliv
- Vi har sett at noen øykommuner gir støtte til bedrifter som ansetter pendlere. Gir dere slik støtte i dag?
- Ser dere at yngre familier velger bort øya på grunn av rutetidene?
- Hvis ja, hvilke tiltak har dere satt i gang?
- Har dere samarbeidet med rederiet om nye ruter?

# Fremtid
- Hva tenker dere om en fast forbindelse, for eksempel bru eller tunnel?
- Skal det bygges nye kaianlegg? Hvis ja, hvem har bestemt det?`)

/** Norwegian without marks: question and answer in one paragraph, statements that lead, tails, an unanswered one, other questions, an addition. */
export const ferry = interviewWithTruth(
  `Intervju 4: Plansjef i Skarvøy kommune

Vi er to studenter som skriver om øysamfunn. Intervjuet blir anonymisert, og vi trenger ditt samtykke.

1. Samband og trafikk
Vil du si noe om deg selv først? Plansjef i ni år, og født på fastlandet.
Har Skarvøy en plan for fergesambandet? Hvis nei, hvorfor ikke? ⟦1|Ja, den ble vedtatt i fjor. Den henger på veggen bak deg.⟧
Hvis ja, hvilke punkter i planen deres betyr mest? ⟦2|Frekvens og pris. Hvorfor akkurat det? Fordi folk må komme seg på jobb.

Vi har dessuten bedt om nattferge. Den kommer neppe med det første.⟧
Hva kjennetegner de som reiser? (pendlere/turister).
Hvordan opplever dere dialogen med fylket om rutetabellen? Den er krevende. Vi sender brev og får brev.
2. Næringsliv
Vi har sett at enkelte øykommuner gir støtte til bedrifter som ansetter pendlere. Gir dere en slik støtte? Utdyp gjerne. ⟦4|Nei. Vi har ikke råd, og det er ingen som har spurt.⟧
Ser dere at unge familier velger bort øya grunnet rutetidene? ⟦5|Vet ikke, det har vi ingen tall på.⟧
Hvis ja, hvilke tiltak har dere satt i gang? Eller planlegger å sette i gang? ⟦6|Det må bli barnehageplass på dagen. Rektor sa til meg: “Hva skal vi med skole hvis ingen kommer?” Det sitter i.⟧ Har dere samarbeidet med rederiet om nye ruter? ⟦7|Ja, tre ganger, og hver gang med kaffe.⟧

3. Fremtid
Så noen ord om det som kommer:
Hva tenker dere om fast forbindelse? Eksempelvis bru, tunnel etc. ⟦8|En bru ville endret alt. Vi er en øy, og skal vi fortsatt være det? Folk vil kanskje ikke ha den.
- Dyrt
- Stygt
- Praktisk⟧
Skal dere bygge kaianlegg? Hvis ja, hvem bestemte det? ⟦9|Ja, ett i nord. Det var fylket.⟧

Annet innspill: Kom hit i november, da forstår dere hva vi snakker om.`,
  { language: 'nb' },
)
export const ferryStatuses = {
  1: 'answered',
  2: 'answered',
  3: 'unanswered',
  4: 'answered',
  5: 'dont_know',
  6: 'answered',
  7: 'answered',
  8: 'answered',
  9: 'answered',
}

export const schoolGuides = {
  teachers: readGuide(`LÄRARE:
- Hur lägger du upp en vanlig lektion?
- Hur mycket tid har du för planering?
- Vad gör du när någon elev stör?`),
  parents: readGuide(`FÖRÄLDRAR:
- Hur får du veta vad som händer i skolan?
- Hur mycket hjälper du till med läxorna?
- Vad är du mest orolig för?`),
  pupils: readGuide(`ELEVER:
- Vad är roligast i skolan?
- Hur är det på rasterna?
- Hur mycket läxor har du?`),
}
export const schoolInterviews = {
  teachers: interviewWithTruth(`Intervjuare: Hur brukar du lägga upp en vanlig lektion?
Informant: ⟦1|Genomgång, arbete, och så samlar vi ihop.⟧
Intervjuare: Har du tillräckligt med tid för planering, hur mycket är det?
Informant: ⟦2|Fyra timmar i veckan. Det räcker inte.⟧
Intervjuare: Och när en elev stör, vad gör du då?
Informant: ⟦3|Väntar. Tystnad är bra.⟧`),
  parents: interviewWithTruth(`Intervjuare: Vad som händer i skolan, hur får du veta det?
Informant: ⟦1|Genom en app som ingen förstår.⟧
Intervjuare: Hjälper du till mycket med läxorna?
Informant: ⟦2|Varje kväll, tyvärr.⟧
Intervjuare: Vad oroar dig mest, vad är du mest orolig för?
Informant: ⟦3|Mobilen.⟧`),
  pupils: interviewWithTruth(`Intervjuare: Vad tycker du är roligast i skolan?
Informant: ⟦1|Slöjden.⟧
Intervjuare: Hur är det på rasterna då?
Informant: ⟦2|Kallt.⟧
Intervjuare: Har du mycket läxor?
Informant: ⟦3|Nej.⟧`),
}

export const choirGuide = readGuide(`Spørsmål:
1. Korleis vart koret til?
2. Kva betyr koret for bygda?
3. Hvis ja, hva betyr det for rekrutteringa?`)

/** Nynorsk, nobody marked, questions set bold: altered ones, one that the guide lacks, a follow-up. */
export const choir = interviewWithTruth(
  `**Kan du seia litt om korleis koret vart til?**
⟦1|Det var presten. Han sat ved orgelet og hadde ingen som song.⟧
**Kvifor det?**
⟦1|Folk gjekk heim etter preika.⟧
**Kor mange songarar har de no for tida?**
Tjueto, og to til jul.
**Kva har koret å seia for bygda, kva betyr det?**
⟦2|Alt. Kven skulle elles syngja på syttande mai?⟧`,
  { language: 'nn', bold: true },
)
