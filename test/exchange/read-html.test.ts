import { expect, test } from 'vitest'
import { readHtml } from '../../src/exchange/read-html.ts'

const read = (page: string) => readHtml(Buffer.from(`<!doctype html><meta charset="utf-8">${page}`), null)
const marksOf = ({ text, marks }: ReturnType<typeof read>) =>
  marks.map((mark) => `${mark.kind}${mark.kind === 'heading' ? mark.level : ''}: ${text.slice(mark.start, mark.end)}`)

test('blocks are lines, white space is as it is seen, entities are characters', () => {
  const raw = read(
    '<h2>Kvarn<i>en</i></h2>\n<div>Löst <p>Ett\n  stycke&shy; &lt;3 &amp; 😴</p> efter<br>ny rad<br></div><p></p><p><br></p><q>citat</q><pre>\n  a\n b\n</pre><dl><dt>Ord<dd>Mening</dl>',
  )
  expect(raw.text).toBe('Kvarnen\nLöst\nEtt stycke\u00ad <3 & 😴\nefter\nny rad\n\n“citat”\n  a\n b\nOrd\nMening')
  expect(marksOf(raw)).toEqual(['heading2: Kvarnen', 'italic: en'])
})

test('lists and tables, also those that nobody closed, are written out', () => {
  const raw = read(
    '<ol start=3><li>tre<ul><li>under</ul><li value=9><p>nio</p><p>mer</p><li>tio</ol><ol type=a><li>x</ol><table><tr><th>A<th>B<tr><td>1<td><p>2</p><table><td>i<td>j</table></table>slut<td>',
  )
  expect(raw.text).toBe('3. tre\n• under\n9. nio\nmer\n10. tio\na. x\nA\tB\n1\t2\ni\tj\nslut')
  expect(raw.repairs).toEqual([
    { kind: 'lists', count: 5 },
    { kind: 'tables', count: 2 },
  ])
})

test('a page as Google Docs saves it keeps what is bold', () => {
  const raw = read(
    '<style>@import url("x.css");.c1{color:#000;font-weight:700}.c2,.c4{font-style:italic}p.c3{font-weight:400}</style><p class="c1 c5"><span>Vad gör du?</span></p><p class="c3"><span class="c2">Jag</span> bor</p>',
  )
  expect(marksOf(raw)).toEqual(['bold: Vad gör du?', 'italic: Jag'])
})

test('a page as Word saves it keeps its lists', () => {
  const listed = (sign: string, words: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`
  expect(read(listed('·', 'prick') + listed('2)', 'två')).text).toBe('• prick\n2) två')
})

test('what a reader does not see is left out and told; nothing is run', () => {
  const raw = read(
    `<title>T</title><body onload="globalThis.ran = 1"><nav><a href=a>Meny</a></nav><div role=navigation>Mer meny</div><p onclick="globalThis.ran = 1">Ser</p><p hidden>a</p><p style="color:red; display: none">b</p><template>c</template><script>globalThis.ran = 1; "<p>nej</p>"</script><form><input name=x><input type=hidden><select><option>1</select><button>Gå</button></form><img src=x onerror="globalThis.ran = 1"><svg><text>s</text></svg>`,
  )
  expect(raw.text).toBe('Ser')
  expect(raw.losses).toEqual([
    { kind: 'pictures', count: 2 },
    { kind: 'scripts', count: 1 },
    { kind: 'navigation', count: 2 },
    { kind: 'forms', count: 3 },
    { kind: 'hidden-text', count: 3 },
  ])
  expect(globalThis).not.toHaveProperty('ran')
})

test('a page is what its bytes say, and where they do not, what it says itself', () => {
  const latin = Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Älvbro får båtar</p>', 'latin1')
  expect(readHtml(latin, null)).toMatchObject({ text: 'Älvbro får båtar', repairs: [{ kind: 'encoding', example: 'windows-1252' }] })
  const lying = Buffer.from('<meta charset="iso-8859-1"><p>Älvbro får båtar</p>')
  expect(readHtml(lying, null).text).toBe('Älvbro får båtar')
})

test('a page that breaks off anywhere gives what came before', () => {
  const page = '<b>Ett</b><table><tr><td>a<td class="x">b</table><ul><li style="color:red">två<style>.a{b:c}</style><script>x</script></ul>'
  for (let at = 6; at < page.length; at++) expect(read(page.slice(0, at)).text).toMatch(/^Et?t?/)
  expect(read(page).text).toBe('Ett\na\tb\n• två')
})

test('a web archive is refused', () => {
  const archive = Buffer.from('From: <Saved>\r\nSubject: Sida\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\n')
  expect(() => readHtml(archive, null)).toThrow('refusal.import-mhtml')
})

test('elements inside elements without end are refused at once; tables inside tables are flattened', () => {
  const began = process.cpuUsage()
  expect(() => read(`${'<div>'.repeat(100_000)}hej`)).toThrow('refusal.import-too-deep')
  expect(read(`${'<table><tr><td>'.repeat(2000)}hej${'</table>'.repeat(2000)}<p>då`).text).toBe('hej\ndå')
  expect(read(`${'<p'.repeat(100_000)}>`).text).toBe('')
  expect(read(`<style>${'{'.repeat(300_000)}</style>ord`).text).toBe('ord')
  expect(process.cpuUsage(began).user).toBeLessThan(5_000_000)
})
