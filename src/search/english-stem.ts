/** Words that Snowball takes for forms of another: university of universe, business of busy. Each is the stem of its own plural. */
const apart: ReadonlyMap<string, string> = new Map(
  `universit:y,ies business:,es experiment:,s,al,ed,ing important:,ly importan:ce authorit:y,ies department:,s,al apartment:,s hospital:,s several: evening:,s
  customer:,s relative:,s,ly opera:,s`
    .split(/\s+/)
    .flatMap((line) => {
      const [word = '', endings = ''] = line.split(':')
      return endings.split(',').map((ending): [string, string] => [word + ending, word === 'importan' ? 'important' : word])
    }),
)

/** The stem of an English word, one for British and American spelling (colour and color, organise and organization, travelled and traveled). */
export function englishStem(word: string, snowball: (word: string) => string): string {
  const held = apart.get(word)
  if (held !== undefined) return held
  const stemmed = snowball(oneSpelling(word))
  // Panicked, trafficking: of panic and traffic.
  if (/[aeiou].*[^aeiou]ick$/.test(stemmed)) return stemmed.slice(0, -1)
  return /[aeiouy].*[^aeiouy][aeiou]ll$/.test(stemmed) ? stemmed.slice(0, -1) : stemmed
}

const SPELLINGS: readonly [RegExp, string][] = [
  [/^(.{3,})iz(e|es|ed|ing|er|ers|ations?|ational)$/, '$1is$2'],
  [/^(.{3,})yz(e|es|ed|ing|er|ers)$/, '$1ys$2'],
  [/^(.{2,})our(?=(?:s|ed|ing|ly)?$|ful|able|abl[ey]|it|hood|less|er|al$|y$|liness)/, '$1or'],
  [/^(.{2,}[bt])re([sd]?)$/, '$1er$2'],
  [/^(.{3,})ogue(s?)$/, '$1og$2'],
  [/^(.{2,}gram)me(s?)$/, '$1$2'],
  [/^(def|off|lic|pret)ence(s?)$/, '$1ense$2'],
  [/^grey/, 'gray'],
  [/^(pl)ough/, '$1ow'],
  [/^(m)ould/, '$1old'],
  [/^(p|an|gyn|orthop|arch|h)ae/, '$1e'],
  [/^(skil|wil)ful/, '$1lful'],
  [/^(ful)fil(?=$|s|ment)/, '$1fill'],
  [/^(en)rol(?=$|s|ment)/, '$1roll'],
  [/^(jewel)l(?=ery)/, '$1'],
  [/^jewelery/, 'jewelry'],
  [/^sceptic/, 'skeptic'],
  [/^aluminium/, 'aluminum'],
  [/^aeroplane/, 'airplane'],
  [/^pyjama/, 'pajama'],
  [/^kerb/, 'curb'],
  [/^(judg|acknowledg|ag)e(?=ment|ing)/, '$1'],
]

function oneSpelling(word: string): string {
  for (const [spelling, other] of SPELLINGS) if (spelling.test(word)) return word.replace(spelling, other)
  return word
}

/** How what has this stem may begin where it is spelt otherwise. */
export function otherSpellings(stemmed: string): string[] {
  const others = [
    stemmed.replace(/or(?=$|it|ful|hood)/, 'our'),
    stemmed.replace(/([iy])s$/, '$1z'),
    stemmed.replace(/([bt])er$/, '$1re'),
    stemmed.replace(/ens$/, 'enc'),
  ]
  return others.filter((one) => one !== stemmed)
}
