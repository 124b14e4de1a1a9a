import { Refusal } from './refusal.ts'

const FIELD = /\{([^{}]*)\}/g
const LONGEST = 200

/** What a pattern of references may name beside the project's own attributes. */
export const citationFields = ['source', 'case', 'kind', 'role', 'number', 'speaker', 'paragraph', 'line', 'time', 'code'] as const

/** The names in a pattern, in its order. */
function fieldsIn(pattern: string): string[] {
  return [...pattern.matchAll(FIELD)].map((match) => match[1]!.trim())
}

/** A pattern as it is kept. Refuses one without words, one that is too long, and names that the project does not have. */
export function toPattern(written: string, attributes: readonly string[]): string {
  const pattern = written.replace(/\s+/g, ' ').trim()
  if (pattern === '' || pattern.length > LONGEST) throw new Refusal('invalid', 'refusal.citation-length', { most: LONGEST })
  const known = new Set([...citationFields, ...attributes].map((name) => name.toLocaleLowerCase('sv')))
  const unknown = fieldsIn(pattern).find((name) => !known.has(name.toLocaleLowerCase('sv')))
  if (unknown !== undefined) throw new Refusal('invalid', 'refusal.citation-field', { name: unknown, allowed: [...known].join(', ') })
  return pattern
}

/** What makes references by a pattern: `Informant {number}, {group}`. Names are asked for in small letters. What is not known is left out, with the comma or space that parted it from the rest. */
export function citer(pattern: string): (fieldOf: (name: string) => string) => string {
  const parts = pattern.split(FIELD).map((part, at) => (at % 2 === 1 ? part.trim().toLocaleLowerCase('sv') : part))
  return (fieldOf) => {
    let said = ''
    let known = true
    for (let at = 0; at < parts.length; at++) {
      const words = at % 2 === 1 ? fieldOf(parts[at]!) : parts[at]!
      if (at % 2 === 1 && words === '') known = false
      said += at % 2 === 1 && words === '' ? NOTHING : words
    }
    return known ? said : withoutUnknown(said)
  }
}

function withoutUnknown(written: string): string {
  const parts = written.split(/([,;])/)
  let said = ''
  for (let at = 0; at < parts.length; at += 2) {
    if (isEmpty(parts[at]!)) continue
    said += (said === '' ? '' : parts[at - 1]!) + parts[at]!
  }
  return said
    .replaceAll(NOTHING, '')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
const NOTHING = '\u0000'

function isEmpty(part: string): boolean {
  return part.includes(NOTHING) && !/[\p{L}\p{N}]/u.test(part.replaceAll(NOTHING, ''))
}

const marks = { sv: ['”', '”'], nb: ['«', '»'], nn: ['«', '»'], en: ['“', '”'] } as const

/** Words in the quotation marks of a language. */
export function inQuotes(words: string, language: keyof typeof marks): string {
  const [open, close] = marks[language]
  return `${open}${words}${close}`
}
