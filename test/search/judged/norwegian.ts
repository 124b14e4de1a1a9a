import type { SourceLanguage } from '../../../src/domain/source.ts'
import type { Question } from './question.ts'

/** Two invented interviews, one in bokmål and one in nynorsk: a passage a line. */
export const norwegianTexts: readonly { language: SourceLanguage; text: string }[] = [
  {
    language: 'nb',
    text: `Vi flyttet hit da ungene var små, og huset var billig den gangen.
Kommunen har bygget en ny barnehage ved fjorden.
Det er for få arbeidsplasser i bygda, så mange pendler til byen.
Hun jobber hjemmefra tre dager i uken, på et lite hjemmekontor.
Coworking-konseptet deres er enkelt: et skrivebord, en kaffemaskin og godt nettverk.
Bedriftene klager over at de ikke får tak i fagfolk.
Jeg leste to bøker om byutvikling i sommer.
Husleien på det gamle meieriet er lav, men lokalene er kalde.
Han hører bussen før han ser den.
Vi har en næringsforening som møtes hver måned.
Styret vedtok en strategi, og strategien ligger i en skuff.
Sykehuset er den største arbeidsgiveren her.
De unge flytter ut, og de eldre blir igjen.
Leverandørene leverer når veien er åpen.
Tilflytterne spør alltid om bredbånd.
Hyttefolket bruker biblioteket mer enn vi gjør.`,
  },
  {
    language: 'nn',
    text: `Me flytta heim att då far min vart sjuk.
Kommunane her samarbeider om vegane og skulane.
Bygdene vert tømde for ungdom.
Eg arbeider på kontoret i den gamle skulen.
Det finst ikkje nok bustader til dei som vil kome.
Bøndene har eit samvirkelag med eigne lokale.
Ho skreiv ei bok om dialektane våre.
Arbeidsgjevarane ser etter folk med fagbrev.`,
  },
]

/** Searches in them, judged by hand. */
export const norwegian: readonly Question[] = [
  { kind: 'stem', ask: 'flytte', forms: 'flyttet flytter flytta' },
  { kind: 'stem', ask: 'kommune', forms: 'kommunen kommunane' },
  { kind: 'stem', ask: 'bok', forms: 'bøker bok' },
  { kind: 'stem', ask: 'bedrift', forms: 'bedriftene' },
  { kind: 'stem', ask: 'leverandør', forms: 'leverandørene', not: 'leverer' },
  { kind: 'stem', ask: 'skole OR skule', forms: 'skulane skulen' },
  { kind: 'stem', ask: 'bygd', forms: 'bygda bygdene', not: 'bygget' },
  { kind: 'compound', ask: 'plass', forms: 'arbeidsplasser' },
  { kind: 'compound', ask: 'kontor', forms: 'hjemmekontor kontoret' },
  { kind: 'compound', ask: 'forening', forms: 'næringsforening' },
  { kind: 'compound', ask: 'hus', forms: 'huset husleien sykehuset' },
  { kind: 'hyphen', ask: 'coworkingkonsept', forms: 'coworking-konseptet' },
  { kind: 'typo', ask: 'strattegi', forms: 'strategi strategien' },
  { kind: 'not', ask: 'flytte -unge', forms: 'flyttet flytter flytta', without: 'unge ungene', not: 'unge' },
  { kind: 'stem', ask: 'hør', forms: 'hører', not: 'hordom' },
]
