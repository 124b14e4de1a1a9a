import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeReferences } from '../../src/exchange/character-references.ts'
import { readCaptions } from '../../src/exchange/read-captions.ts'
import { readPlain } from '../../src/exchange/read-raw.ts'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'

const read = (text: string) => readCaptions(readPlain(Buffer.from(text), null))
const lines = (text: string) => read(text).text.split('\n')
const vtt = (...cues: string[]) => `WEBVTT\n\n${cues.join('\n\n')}\n`
const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23)
const cue = (from: number, to: number, words: string) => `${clock(from)} --> ${clock(to)}\n${words}`

test('consecutive cues of one speaker are one turn, with the time it begins', () => {
  const file = vtt(
    cue(1, 3, '<v Anna>Hur kom du hit,'),
    `namn på rutan\n${cue(3, 5, '<v.loud Anna>till Älvbro?</v>')}`,
    `NOTE\nEn kommentar`,
    cue(65.5, 70, '<v Bo Ek>Med <i>tåg</i> &amp; buss,<00:01:07.000> &lt;skratt&gt;'),
    cue(3670, 3672, '<v Anna>Jaha.'),
    cue(3673, 3675, '<v Bo Ek>Just det.'),
  )
  expect(lines(file)).toEqual([
    '[00:00:01] Anna: Hur kom du hit, till Älvbro?',
    '[00:01:05] Bo Ek: Med tåg & buss, <skratt>',
    '[01:01:10] Anna: Jaha.',
    '[01:01:13] Bo Ek: Just det.',
  ])
  expect(read(file)).toMatchObject({ layout: 'paragraphs', losses: [{ kind: 'comments', count: 1 }], repairs: [{ kind: 'cues', count: 5 }] })
})

test('labels and times are found as spans', async () => {
  const file = vtt(cue(1, 3, '<v Anna>Hur är det?'), cue(3, 5, '<v Bo>Bra.'), cue(5, 6, '<v Anna>Och sen?'), cue(6, 9, '<v Bo>Inget.'))
  const [source] = await readSourceFile(Buffer.from(file), 'samtal.vtt', 'sv')
  const words = (kind: string) => source!.spans.filter((span) => span.kind === kind).map(({ start, end }) => source!.text.slice(start, end).trim())
  expect(source!.speakers.map((speaker) => speaker.label)).toEqual(['Anna', 'Bo'])
  expect(words('timestamp')).toEqual(['[00:00:01]', '[00:00:03]', '[00:00:05]', '[00:00:06]'])
  expect(words('label')).toEqual(['Anna:', 'Bo:', 'Anna:', 'Bo:'])
})

test('who speaks once by a voice tag is a speaker, whatever the name; what only looks like a label is not', async () => {
  const said = ['<v Moderator>Hur började det?', '<v Lena>Vi hade ett rum.', '<v olle>Saken är: det var kallt.', '<v Lena>Ja.']
  const [source] = await readSourceFile(Buffer.from(vtt(...said.map((words, at) => cue(at * 3, at * 3 + 2, words)))), 'samtal.vtt', 'sv')
  expect(source!.speakers.map((speaker) => speaker.label)).toEqual(['Moderator', 'Lena', 'olle'])
  expect(source!.warnings.map((warning) => warning.kind)).not.toContain('once-label')
})

test('SubRip and SBV, with names before colons, in brackets, or in capitals', () => {
  const srt =
    '1\r\n00:00:01,500 --> 00:00:02,000 X1:40\r\nBERIT: Hej\r\ndu.\r\n\r\n2\r\n00:00:02,100 --> 00:00:04,000\r\noch välkommen.\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\n<font color="red">[Ola]</font> Tack! {\\an8}\r\n\r\n4\r\n00:00:07,000 --> 00:00:08,000\r\n[Ola] Fint här.\r\n[skratt]'
  expect(lines(srt)).toEqual(['[00:00:01] BERIT: Hej du. och välkommen.', '[00:00:05] Ola: Tack! Fint här. [skratt]'])
  expect(lines('0:00:01.000,0:00:02.000\nI: Hej?\n\n0:00:03.000,0:00:04.000\nR: Jo.\nSå är det.')).toEqual([
    '[00:00:01] I: Hej?',
    '[00:00:03] R: Jo. Så är det.',
  ])
  expect(lines(vtt(cue(1, 2, 'Saken är den: vi gick.')))).toEqual(['[00:00:01] Saken är den: vi gick.'])
})

test('two who speak in one cue are two lines, by dashes or voices', () => {
  expect(lines(vtt(cue(1, 2, '- Kommer du?\n- Nej,\ninte än.'), cue(2, 3, '<v A>Ja?<v B>Nej.')))).toEqual([
    '[00:00:01] - Kommer du?',
    '[00:00:01] - Nej, inte än.',
    '[00:00:02] A: Ja?',
    '[00:00:02] B: Nej.',
  ])
  expect(lines(vtt(cue(1, 2, '- Vi ses.'), cue(2, 3, 'Det var allt.')))).toHaveLength(2)
})

test('without speakers, paragraphs end where sentences do, after a pause or some sixty words', () => {
  expect(lines(vtt(cue(1, 2, 'Vi kom hit'), cue(5, 6, 'på våren.'), cue(6.5, 7, 'Sen gick det.'), cue(10, 11, 'Nu är vi här.')))).toEqual([
    '[00:00:01] Vi kom hit på våren. Sen gick det.',
    '[00:00:10] Nu är vi här.',
  ])
  const steady = Array.from({ length: 60 }, (_, at) => cue(at, at + 1, 'Fem ord är det här.'))
  for (const line of lines(vtt(...steady)).slice(0, -1)) expect(line.split(' ').length - 1).toBeGreaterThanOrEqual(60)
  expect(lines(vtt(...steady)).length).toBe(5)
  const unpunctuated = Array.from({ length: 100 }, (_, at) => cue(at, at + 1, 'fem ord är det här'))
  expect(lines(vtt(...unpunctuated)).length).toBe(4)
})

test('captions that roll up are written once; what is said twice is kept', () => {
  const rolling = vtt(cue(1, 2, 'ett\ntvå'), cue(2, 2.1, 'två'), cue(2.1, 4, 'två\n<c>tre</c>'), cue(4, 4.1, 'tre'), cue(4.1, 6, 'tre\nfyra'))
  expect(lines(rolling)).toEqual(['[00:00:01] ett två tre fyra'])
  expect(lines(vtt(cue(1, 2, 'Ja.'), cue(2, 3, 'Ja.'), cue(3, 4, 'Nej då.'), cue(4, 5, 'Jo.')))).toEqual(['[00:00:01] Ja. Ja. Nej då. Jo.'])
})

test('head, styles and regions are no words; what has no times is kept', () => {
  const file = `WEBVTT - titel\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n${cue(1, 2, 'Hej.')}\n\nUtan tider.\n\n00:00:xx --> 00:01:00\nTrasiga tider.`
  expect(lines(file)).toEqual(['[00:00:01] Hej. Utan tider. Trasiga tider.'])
  expect(lines('\ufeffFöre allt.\n\n00:01 --> 00:02\nUtan timmar.\n2\n00:03 --> 00:04\nUtan tomrad.')).toEqual(['Före allt. Utan timmar. Utan tomrad.'])
})

test('a file without cues is refused', () => {
  for (const text of ['WEBVTT', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n', 'Bara text.\nKlockan 12:30 gick vi.', '1\n\n2\n'])
    expect(() => read(text)).toThrow('refusal.import-no-cues')
})

test('references to characters are read, unknown ones kept', () => {
  expect(decodeReferences('&aring;&#228;&#xF6; &nbsp;&lrm;&nosuch; & &amp;amp;')).toBe('åäö \u00a0\u200e&nosuch; & &amp;')
})

const saying = fc.record({
  who: fc.constantFrom('Anna', 'Bo Ek', 'Informant 3'),
  words: fc.array(fc.constantFrom('ja', 'nej', 'på', 'ön', '😴', 'så…', 'är', '3 < 4', 'A&B', '(…)'), { minLength: 1, maxLength: 9 }),
})

test('what was said comes back, whatever the format, in order and by whom', () => {
  fc.assert(
    fc.property(fc.array(saying, { minLength: 1, maxLength: 12 }), fc.constantFrom('vtt', 'srt', 'sbv'), (said, format) => {
      const escaped = (words: string) => (format === 'vtt' ? words.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : words)
      const cues = said.map(({ who, words }, at) => {
        const line = format === 'vtt' ? `<v ${who}>${escaped(words.join(' '))}` : `${who}: ${words.join('\n')}`
        const [from, to] = [clock(at * 2), clock(at * 2 + 2)]
        if (format === 'vtt') return `${from} --> ${to} align:start\n${line}`
        return format === 'srt' ? `${at + 1}\n${from.replace('.', ',')} --> ${to.replace('.', ',')}\n${line}` : `${from.slice(1)},${to.slice(1)}\n${line}`
      })
      // A name before a colon that stands once in a file is not believed.
      fc.pre(format === 'vtt' || said.every(({ who }) => who.startsWith('Inf') || said.filter((one) => one.who === who).length > 1))
      const text = lines(`${format === 'vtt' ? 'WEBVTT\n\n' : ''}${cues.join('\n\n')}\n`)
      const turns = said.filter(({ who }, at) => at === 0 || said[at - 1]!.who !== who)
      expect(text.map((line) => /^\[\d\d:\d\d:\d\d\] (.*?): /.exec(line)?.[1])).toEqual(turns.map(({ who }) => who))
      expect(text.map((line) => line.replace(/^\[.*?\] .*?: /, '')).join(' ')).toBe(said.flatMap(({ words }) => words).join(' '))
    }),
    { numRuns: 200 },
  )
})

test('nothing is executed, and nothing takes long', () => {
  expect(lines(vtt(cue(1, 2, '<script>alert(1)</script><img src=x onerror=alert(1)>Hej.')))).toEqual(['[00:00:01] alert(1)Hej.'])
  const began = performance.now()
  for (const piece of ['a', '<', '<v ', '&', '&amp;', '- ', '0:', '[', 'Namn: ', '{\\', '-->', '00:00 --> '])
    expect(read(vtt(cue(1, 2, `x${piece.repeat(10_000_000 / piece.length / 4)}`))).text.length).toBeGreaterThan(0)
  expect(() => read('0'.repeat(10_000_000))).toThrow('refusal.import-no-cues')
  expect(read(vtt(...Array.from({ length: 50_000 }, (_, at) => cue(at, at + 1, `<v A>ord`)))).text).toMatch(/^\[00:00:00\] A: ord ord/)
  expect(performance.now() - began).toBeLessThan(20_000)
}, 30_000)
