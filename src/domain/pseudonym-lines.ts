import type { NameRule } from './veil.ts'

const LONGEST = 200

/** Names and what stands for them, as they are written: `Anna Berg = Chefen`, a line each; nothing after the sign says that the name may stay. The last of one name holds. */
export function readPseudonymLines(text: string): NameRule[] {
  const rules = new Map<string, NameRule>()
  for (const line of text.normalize('NFC').split('\n')) {
    const [written = '', ...rest] = line.split('=')
    const name = plain(written)
    if (name === '') continue
    rules.set(name, { name, replacement: plain(rest.join('=')) || null })
  }
  return [...rules.values()]
}

export function writePseudonymLines(rules: readonly NameRule[]): string {
  return rules.map(({ name, replacement }) => `${name} = ${replacement ?? ''}`.trimEnd()).join('\n')
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
}
