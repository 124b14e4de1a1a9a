import { Parser } from 'htmlparser2'

const known = new Map<string, string>()

/** A text with its character references (&amp; &#229; &aring;) as the characters that they stand for. Others stay as they are. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g, (reference) => {
    const character = known.get(reference) ?? decoded(reference)
    if (known.size < 5000) known.set(reference, character)
    return character
  })
}

function decoded(reference: string): string {
  let text = ''
  const parser = new Parser({ ontext: (words) => (text += words) }, { decodeEntities: true })
  parser.end(reference)
  return text
}
