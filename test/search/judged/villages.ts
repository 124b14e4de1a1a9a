import type { SourceLanguage } from '../../../src/domain/source.ts'
import type { Question } from './question.ts'

export type Judged = { readonly language: SourceLanguage; readonly text: string; readonly questions: readonly Question[] }

/** Invented interviews of the four written languages, a passage a line, with searches judged by hand before they were tried. */
export const villages: readonly Judged[] = [
  {
    language: 'sv',
    text: `Vi grät när bruket lades ner, alla i bygden gråter än.
Tänderna värkte, men närmaste tandklinik låg tio mil bort.
Barnomsorgen fungerar, men förskolepersonalen är för få.
Min mormors mor drev kvarnen, och mödrarna styrde byn.
Folkmängden minskade med tre procent.
Äldreboendet har fyrtio lägenheter, boendet är fullt.
Turistnäringen växer, och näringarna i skärgården dör.
Skärgårdsbåten går på fredagar.
Han blev arbetslös, arbetslösheten var värst det året.
Kommunalrådet sa att kommunalskatten inte ska höjas.
Hon tog över ett familjeföretag, en småföretagare bland andra.
Fibernätet är utbyggt, utbyggnaden tog sex år.
Dotterbolaget såldes, döttrarna fick pengarna.
Det är lugnt här, lugnet är det bästa.
Vi drömmer om en biograf, drömmarna är gratis.
Ungdomsgården stängdes i somras.
De svarade inte på enkäten, svarsfrekvensen var låg.
Affären bytte ägare, ägarbytet gick snabbt.
Mötesrummen är små men det stora rummet är ljust.
Den nya vägen är bred, en nyare väg finns inte.
Jag har bott här länge, jag bor kvar.
Man lärde känna varandra i tvättstugan.
Företagsklimatet är kallt, klimatet ute också.
Vi sjöng i kören, sångarna var tolv.
Hyresgästföreningen hjälpte oss.
Nätverksträffarna är på torsdagar.
Åtta kvinnor och sex män kom.
Kvällskurserna är populära.
Snickaren, smeden och sömmerskan delar lokal.
Jo, jag menar, det var ju så att säga över en natt.`,
    questions: [
      { kind: 'stem', ask: 'gråta', forms: 'grät gråter' },
      { kind: 'stem', ask: 'tand', forms: 'tänderna tandklinik' },
      { kind: 'compound', ask: 'omsorg', forms: 'barnomsorgen' },
      { kind: 'compound', ask: 'förskola', forms: 'förskolepersonalen' },
      { kind: 'stem', ask: 'mor', forms: 'mor mödrarna' },
      { kind: 'compound', ask: 'mängd', forms: 'folkmängden' },
      { kind: 'compound', ask: 'boende', forms: 'äldreboendet boendet' },
      { kind: 'compound', ask: 'näring', forms: 'turistnäringen näringarna' },
      { kind: 'compound', ask: 'skärgård', forms: 'skärgården skärgårdsbåten' },
      { kind: 'compound', ask: 'båt', forms: 'skärgårdsbåten' },
      { kind: 'stem', ask: 'arbetslösa', forms: 'arbetslös arbetslösheten' },
      { kind: 'compound', ask: 'skatt', forms: 'kommunalskatten' },
      { kind: 'compound', ask: 'familj', forms: 'familjeföretag' },
      { kind: 'compound', ask: 'företagare', forms: 'småföretagare' },
      { kind: 'compound', ask: 'nät', forms: 'fibernätet nätverksträffarna' },
      { kind: 'stem', ask: 'bygga ut OR utbyggnad', forms: 'utbyggnaden utbyggt' },
      { kind: 'compound', ask: 'bolag', forms: 'dotterbolaget' },
      { kind: 'stem', ask: 'dotter', forms: 'dotterbolaget döttrarna' },
      { kind: 'stem', ask: 'lugn', forms: 'lugnt lugnet' },
      { kind: 'stem', ask: 'dröm', forms: 'drömmer drömmarna' },
      { kind: 'compound', ask: 'ungdom', forms: 'ungdomsgården' },
      { kind: 'stem', ask: 'svar', forms: 'svarade svarsfrekvensen' },
      { kind: 'compound', ask: 'byte', forms: 'ägarbytet' },
      { kind: 'compound', ask: 'rum', forms: 'mötesrummen rummet' },
      { kind: 'stem', ask: 'ny', forms: 'nya nyare' },
      { kind: 'stem', ask: 'bodde', forms: 'bott bor', not: 'boendet' },
      { kind: 'compound', ask: 'stuga', forms: 'tvättstugan' },
      { kind: 'compound', ask: 'klimat', forms: 'företagsklimatet klimatet' },
      { kind: 'stem', ask: 'sjunga', forms: 'sjöng', not: 'sångarna' },
      { kind: 'compound', ask: 'hyresgäst', forms: 'hyresgästföreningen' },
      { kind: 'compound', ask: 'träff', forms: 'nätverksträffarna' },
      { kind: 'compound', ask: 'kurs', forms: 'kvällskurserna' },
      { kind: 'typo', ask: 'hyresgestföreningen', forms: 'hyresgästföreningen' },
      { kind: 'typo', ask: 'kommunalrodet', forms: 'kommunalrådet' },
      { kind: 'typo', ask: 'arbetslöshett', forms: 'arbetslösheten' },
      { kind: 'hyphen', ask: 'fiber-nät', forms: 'fibernätet' },
      { kind: 'hyphen', ask: 'nätverks träff', forms: 'nätverksträffarna' },
      { kind: 'phrase', ask: '"så att säga"', saying: ['så att säga'], exactly: true },
      { kind: 'phrase', ask: '"kvinnor män"~4', saying: ['kvinnor och sex män'], exactly: true },
      { kind: 'not', ask: 'lokal -smed', forms: 'lokalerna', exactly: true },
      { kind: 'not', ask: 'boende -lägenhet', forms: 'boende', exactly: true },
    ],
  },
  {
    language: 'nb',
    text: `Jenta mi går på barneskolen, jentene i klassen er få.
Vi brukte å danse, nå danser ingen.
Grunneierne sa nei til vindmøllene.
Vindkraften deler bygda i to.
Ungdommene drar til byen, en ungdom kom tilbake.
Lønna er lav, men lønnen kommer i tide.
Arbeidsinnvandrerne bodde i brakker.
Innvandringen har reddet skolen.
Det var trangt, rommene var små og rommet mitt kaldt.
Kulturhuset er åpent, kulturen lever.
Vi drev butikken i ti år, den som driver den nå er ung.
Bilferga er gammel.
Mødrene organiserte seg, moren min gikk først.
Brødrene krangler, en bror flyttet.
Tøyet henger ute, klærne fryser.
Frivillighetssentralen trenger folk.
Helsetjenesten er god, tjenestene blir færre.
De bestemte seg for å selge, bestemmelsen var tung.
Utviklingsplanen ble lagt frem av planleggerne.
Jeg skulle ønske det var et møtested her, møtestedene er borte.
Det gikk en buss, bussene var tomme.
Næringsparken står uten leietakere.
Kommunestyret stemte imot, stemningen var dårlig.
Saueholdet er slutt, sauene er solgt.
Vi fikk støtte av fylkeskommunen.
Elevtallet synker, elevene blir færre.
Strandsonen er privatisert.
Bokhandelen og biblioteket samarbeider.`,
    questions: [
      { kind: 'stem', ask: 'jente', forms: 'jenta jentene' },
      { kind: 'compound', ask: 'skole', forms: 'barneskolen skolen' },
      { kind: 'stem', ask: 'danset', forms: 'danse danser' },
      { kind: 'compound', ask: 'eier', forms: 'grunneierne' },
      { kind: 'compound', ask: 'vind', forms: 'vindmøllene vindkraften' },
      { kind: 'compound', ask: 'kraft', forms: 'vindkraften' },
      { kind: 'stem', ask: 'ungdom', forms: 'ungdommene ungdom' },
      { kind: 'stem', ask: 'lønn', forms: 'lønna lønnen' },
      { kind: 'compound', ask: 'innvandrer', forms: 'arbeidsinnvandrerne' },
      { kind: 'stem', ask: 'innvandring', forms: 'innvandringen' },
      { kind: 'stem', ask: 'rom', forms: 'rommene rommet' },
      { kind: 'compound', ask: 'kultur', forms: 'kulturhuset kulturen' },
      { kind: 'stem', ask: 'drive', forms: 'drev driver' },
      { kind: 'compound', ask: 'ferge', forms: 'bilferga' },
      { kind: 'stem', ask: 'mor', forms: 'mødrene moren' },
      { kind: 'stem', ask: 'bror', forms: 'brødrene bror' },
      { kind: 'compound', ask: 'frivillig', forms: 'frivillighetssentralen' },
      { kind: 'compound', ask: 'sentral', forms: 'frivillighetssentralen' },
      { kind: 'compound', ask: 'tjeneste', forms: 'helsetjenesten tjenestene' },
      { kind: 'compound', ask: 'plan', forms: 'utviklingsplanen' },
      { kind: 'compound', ask: 'møtested', forms: 'møtested møtestedene' },
      { kind: 'compound', ask: 'sted', forms: 'møtested' },
      { kind: 'stem', ask: 'buss', forms: 'buss bussene' },
      { kind: 'compound', ask: 'leietaker', forms: 'leietakere' },
      { kind: 'compound', ask: 'styre', forms: 'kommunestyret' },
      { kind: 'compound', ask: 'sau', forms: 'saueholdet sauene' },
      { kind: 'compound', ask: 'fylke', forms: 'fylkeskommunen' },
      { kind: 'compound', ask: 'kommune', forms: 'fylkeskommunen kommunestyret' },
      { kind: 'compound', ask: 'elev', forms: 'elevtallet elevene' },
      { kind: 'compound', ask: 'strand', forms: 'strandsonen' },
      { kind: 'compound', ask: 'handel', forms: 'bokhandelen' },
      { kind: 'typo', ask: 'innvandrigen', forms: 'innvandringen' },
      { kind: 'typo', ask: 'fylkeskomunen', forms: 'fylkeskommunen' },
      { kind: 'hyphen', ask: 'kultur-hus', forms: 'kulturhuset' },
      { kind: 'not', ask: 'bygd -vindkraft', forms: 'bygda', without: 'vindkraften', exactly: true },
      { kind: 'phrase', ask: '"i tide"', saying: ['i tide'], exactly: true },
    ],
  },
  {
    language: 'nn',
    text: `Jentene syng i koret, ei jente spelar fele.
Dei seier at vegen skal utbetrast, han sa det i fjor òg.
Eigarane bur ikkje her, eigaren bur i utlandet.
Ungdomshuset vart selt, ungdommane samlast i garasjen.
Fiskarane leverer til mottaket, fiskaren min bror òg.
Fiskeoppdrettet gjev arbeid.
Meieriet vart nedlagt, nedlegginga kom brått.
Kyrkja er full julaftan, kyrkjene elles tomme.
Ho arbeidde på trikotasjefabrikken, fabrikkane er borte.
Bygdefolket dugnadsarbeidde heile våren.
Brørne flytte, bror min kom att.
Hyttebygginga aukar, hyttene står tomme.
Folketalet minkar, men folka som er her trivst.
Dotter mi studerer, døtrene til naboen òg.
Samarbeidet med nabokommunen er godt.`,
    questions: [
      { kind: 'stem', ask: 'jente', forms: 'jentene jente' },
      { kind: 'stem', ask: 'seie', forms: 'seier sa' },
      { kind: 'stem', ask: 'eigar', forms: 'eigarane eigaren' },
      { kind: 'compound', ask: 'ungdom', forms: 'ungdomshuset ungdommane' },
      { kind: 'stem', ask: 'fiskar', forms: 'fiskarane fiskaren' },
      { kind: 'compound', ask: 'fisk', forms: 'fiskeoppdrettet' },
      { kind: 'compound', ask: 'oppdrett', forms: 'fiskeoppdrettet' },
      { kind: 'stem', ask: 'kyrkje', forms: 'kyrkja kyrkjene' },
      { kind: 'compound', ask: 'fabrikk', forms: 'trikotasjefabrikken fabrikkane' },
      { kind: 'compound', ask: 'folk', forms: 'bygdefolket folketalet folka' },
      { kind: 'stem', ask: 'arbeide', forms: 'arbeidde' },
      { kind: 'stem', ask: 'bror', forms: 'brørne bror' },
      { kind: 'compound', ask: 'hytte', forms: 'hyttebygginga hyttene' },
      { kind: 'stem', ask: 'dotter', forms: 'dotter døtrene' },
      { kind: 'compound', ask: 'kommune', forms: 'nabokommunen' },
      { kind: 'stem', ask: 'selje', forms: 'selt' },
      { kind: 'typo', ask: 'nabokomunen', forms: 'nabokommunen' },
    ],
  },
  {
    language: 'en',
    text: `The children's playground was closed, and a child was hurt.
They fought for the library; fighting is tiring.
The landowners refused, and one landowner sued.
Farmland was sold off in parcels.
We had grown used to it, growing older every year.
The fishermen's co-op pays on Fridays.
A neighbourhood watch was founded, the founder left.
She brought soup, and bringing it took an hour.
Funding was cut, so the fund ran dry.
Unemployment doubled; the unemployed moved.
The heroes of this town are its bus drivers, one hero above all.
Crises come in threes, this crisis was the third.
The town centre is empty, town centres everywhere are.
Long-term leases were signed, a short-term lease was not.
He knew everyone, nobody knows me.
The wind farm divided us, the divide is deep.
Self-employed people drive at night.
Homelessness is new here, the homeless sleep by the river.
Women's groups met upstairs.
The teeth of the saw were blunt.`,
    questions: [
      { kind: 'stem', ask: 'children', forms: "children's child" },
      { kind: 'stem', ask: 'fight', forms: 'fought fighting' },
      { kind: 'compound', ask: 'owner', forms: 'landowners landowner' },
      { kind: 'compound', ask: 'land', forms: 'landowners farmland' },
      { kind: 'stem', ask: 'grow', forms: 'grown growing' },
      { kind: 'compound', ask: 'fisherman', forms: "fishermen's" },
      { kind: 'compound', ask: 'neighbor', forms: 'neighbourhood' },
      { kind: 'stem', ask: 'bring', forms: 'brought bringing' },
      { kind: 'stem', ask: 'funds', forms: 'funding fund', not: 'founded' },
      { kind: 'stem', ask: 'unemployment', forms: 'unemployment' },
      { kind: 'stem', ask: 'hero', forms: 'heroes hero' },
      { kind: 'stem', ask: 'crisis', forms: 'crises crisis' },
      { kind: 'stem', ask: 'centers', forms: 'centre centres' },
      { kind: 'hyphen', ask: 'longterm', forms: 'long-term' },
      { kind: 'hyphen', ask: 'coop', forms: 'co-op' },
      { kind: 'stem', ask: 'known', forms: 'knew knows' },
      { kind: 'hyphen', ask: 'self employed', forms: 'self-employed' },
      { kind: 'stem', ask: 'homeless', forms: 'homelessness homeless' },
      { kind: 'stem', ask: 'woman', forms: "women's" },
      { kind: 'stem', ask: 'tooth', forms: 'teeth' },
      { kind: 'typo', ask: 'unemployement', forms: 'unemployment' },
      { kind: 'not', ask: 'town -centre', forms: 'town', without: 'centre', exactly: true },
    ],
  },
]
