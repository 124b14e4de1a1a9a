/** Words of control that are characters. Spaces of a width of their own are spaces. */
export const rtfCharacters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200d',
  zwnj: '\u200c',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
}

/** Groups that hold no words of the document's. */
const SKIPPED = new Set(
  [
    'colortbl info nonshppict mmathPict shprslt fldinst xe tc rxe txe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn filetbl',
    'nonesttables private pn pnseclvl objdata objclass objname listtable listoverridetable revtbl rsidtbl generator',
  ].flatMap((words) => words.split(' ')),
)
const HEADERS = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '))
/** Groups that only new programs know, whose words are the document's all the same. */
const STARRED = new Set('ud shppict moMath moMathPara listtext pntext footnote nesttableprops'.split(' '))

/** What a group is for, by its first word: `skip` with all it holds, `search` for a text box in it, or another place for its words. */
export type Destination = 'skip' | 'search' | 'fonts' | 'styles' | 'header' | 'note' | 'marker' | 'box' | 'picture' | 'comment' | 'either' | 'body'

/** `starred`: the group says that who doesn't know it should pass over it. Undefined: the word is no destination. */
export function destinationOf(name: string, starred: boolean): Destination | undefined {
  if (name === 'fonttbl') return 'fonts'
  if (name === 'stylesheet') return 'styles'
  if (name === 'pict') return 'picture'
  if (name === 'footnote') return 'note'
  if (name === 'listtext' || name === 'pntext') return 'marker'
  if (name === 'shptxt' || name === 'dptxbxtext') return 'box'
  if (name === 'annotation') return 'comment'
  if (name === 'upr') return 'either'
  if (name === 'ud') return 'body'
  if (name === 'shpinst' || name === 'do') return 'search'
  if (HEADERS.has(name)) return 'header'
  if (SKIPPED.has(name) || /^m[a-zA-Z]+Pr$/.test(name)) return 'skip'
  return starred && !STARRED.has(name) ? 'skip' : undefined
}
