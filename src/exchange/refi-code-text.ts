import type { ExchangedCode } from '../domain/exchanged.ts'

type CodeTexts = Pick<ExchangedCode, 'definition' | 'whenToUse' | 'whenNot' | 'example'>
const HEADS = { whenToUse: 'When to use: ', whenNot: 'When not to use: ', example: 'Example: ' } as const
const HEAD = /^(\\*)(When to use: |When not to use: |Example: )/

/** A code's texts as the one Description that other programs have: the definition, and the rest as paragraphs under their heads. */
export function descriptionOf(code: CodeTexts): string {
  const parts = Object.entries(HEADS).flatMap(([key, head]) => {
    const text = code[key as keyof typeof HEADS]
    return text === '' ? [] : [head + escaped(text)]
  })
  return [escaped(code.definition), ...parts].join('\n\n').replace(/^\n\n/, '')
}

/** The texts of a Description. One of another program is a definition, but for paragraphs that begin with our heads. */
export function textsOfDescription(description: string): CodeTexts {
  const texts: Record<keyof CodeTexts, string[]> = { definition: [], whenToUse: [], whenNot: [], example: [] }
  let at: keyof CodeTexts = 'definition'
  for (const paragraph of description.split('\n\n')) {
    const next = (Object.keys(HEADS) as (keyof typeof HEADS)[]).find((key) => paragraph.startsWith(HEADS[key]) && texts[key].length === 0)
    at = next ?? at
    texts[at].push(unescaped(next ? paragraph.slice(HEADS[next].length) : paragraph))
  }
  const joined = (key: keyof CodeTexts) => texts[key].join('\n\n').trim()
  return { definition: joined('definition'), whenToUse: joined('whenToUse'), whenNot: joined('whenNot'), example: joined('example') }
}

/** A paragraph of one's own that begins as a head does is no head. */
function escaped(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => paragraph.replace(HEAD, '\\$&'))
    .join('\n\n')
}

function unescaped(paragraph: string): string {
  return paragraph.replace(/^\\(\\*(?:When to use: |When not to use: |Example: ))/, '$1')
}
