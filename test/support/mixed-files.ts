import { docxOf, paragraph, zipOf } from './docx.ts'

/** What a person drops: a file's name and its bytes. */
export type MixedFile = { name: string; mimeType: string; buffer: Buffer }

const talk = (place: string) =>
  [
    'Intervjuare: Det här spelas in, går det bra?',
    `Informant: Ja, det går bra. Här i ${place} är det nog ingen som bryr sig.`,
    'Intervjuare: Hur ser du på lokalerna?',
    'Informant: De räcker inte till, och det har de inte gjort på flera år. Vi sitter på varandra.',
    'Anteckning: hunden skäller',
    'Intervjuare: Vad borde göras?',
    'Informant: Bygg om skolan. Den står ju tom sedan i höstas, och alla vet om det.',
  ].join('\n')

const wrapped = [
  'Det var länge sedan någon flyttade hit, men de senaste åren har det vänt. Först kom några',
  'familjer från kusten, och sedan följde deras vänner efter. Nu säger folk att det är svårt',
  'att hitta en bostad, och det var ingen som trodde när jag växte upp. Kommunen har inte ut-',
  'vecklat någon plan för det, och det är väl det som oroar mig mest av allt just nu.',
  '',
  'Vad gäller arbete är det annorlunda. De flesta har det med sig, och sitter hemma vid köksbordet',
  'eller i biblioteket. Några har frågat om en gemensam lokal, men det har inte blivit något av',
  'det ännu. Att utveckla en sådan kräver att någon tar ansvar, och det är ingen som gör det.',
].join('\n')

const several = [1, 2, 3]
  .map((n) =>
    [
      `Intervju ${n}: Näringslivschef i ${['Granvik', 'Tallhed', 'Björkfors'][n - 1]}`,
      'Hur har det gått?',
      'Det har gått bra, tycker jag. Vi har fått hit flera företag, och de flesta har stannat kvar längre än vi trodde.',
      'Vad saknas?',
      'Framför allt lokaler som går att hyra för en kort tid, så att man kan prova sig fram.',
    ].join('\n'),
  )
  .join('\n\n')

const survey = [
  'namn;kommun;ålder;Vad är bäst med att bo här?',
  'Svar A;Granvik;34;Närheten till skogen och att alla känner varandra i byn.',
  'Svar B;Tallhed;51;Att det är lugnt, och att barnen kan gå ensamma till skolan.',
  'Svar C;Granvik;29;Jag vet inte riktigt, kanske att det är billigt att bo här.',
  'Svar D;Björkfors;62;Sjön på sommaren, och grannarna som hjälper till när det behövs.',
].join('\r\n')

const captions =
  'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Moderator>Vad tänker ni om torget?</v>\n\n00:00:05.000 --> 00:00:09.000\n<v Berit>Det är för stort, och det blåser alltid där.</v>\n\n' +
  '00:00:10.000 --> 00:00:14.000\n<v Moderator>Håller ni med?</v>\n\n00:00:15.000 --> 00:00:20.000\n<v Nils>Ja, men på marknaden behövs det faktiskt.</v>\n'

const rich =
  "{\\rtf1\\ansi\\ansicpg1252 Int: Hur m\\'e5r du?\\par Svar: Bara bra, tack. Det \\'e4r en fin dag.\\par Int: S\\'e5 bra.\\par Svar: Ja, visst.\\par}"

/** Twelve files of as many makes, all invented; one is no document at all. */
export async function mixedFiles(): Promise<MixedFile[]> {
  const of = (name: string, content: string | Buffer): MixedFile => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content as Buffer) })
  const document = await docxOf(
    talk('Granvik')
      .split('\n')
      .map((line) => paragraph(line.replace('Anteckning: hunden skäller', 'Informant: Ja.')))
      .join(''),
  )
  return [
    of('Älvhult.txt', talk('Älvhult')),
    of('gammal fil.txt', Buffer.from(talk('Åby över ån').replace('Anteckning: hunden skäller\n', ''), 'latin1')),
    of('vid datorn.txt', Buffer.from(`\uFEFF${talk('Sjövik')}`, 'utf16le')),
    of('Granvik.docx', document),
    of('anteckningar.md', '# Workshop i Tallhed\n\nVi pratade om **lokaler** och om vem som ska betala.\n\n- Skolan står tom\n- Biblioteket är fullt\n'),
    of('samtal.rtf', rich),
    of('torget.vtt', captions),
    of('utdrag ur rapport.txt', wrapped),
    of('tre samtal.txt', several),
    of('enkät.csv', survey),
    of('packat.zip', climbing(await zipOf({ 'grupp A/Björkfors.txt': talk('Björkfors'), '__MACOSX/._x': 'x', 'UP/UP/undan.txt': talk('Undan') }))),
    of('trasig.docx', 'det här är inget dokument'),
  ]
}

/** The same zip with `UP/` in its names as `../`: no maker of zips writes such names. */
export function climbing(zip: Buffer): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll('UP/', '../'), 'latin1')
}
