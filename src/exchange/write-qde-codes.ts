import type { ExchangedCode, MemoPlace } from '../domain/exchanged.ts'
import { descriptionOf } from './refi-code-text.ts'
import { hexOf } from './refi-colors.ts'
import type { XmlWriter } from './xml-writer.ts'

/** The codes as a tree of elements. `refs` writes what is written on each; a codebook file has none. */
export function writeCodes(xml: XmlWriter, codes: readonly ExchangedCode[], refs: (place: MemoPlace) => void = () => {}): void {
  const below = new Map<number | null, number[]>()
  for (const [at, { parent }] of codes.entries()) below.set(parent, [...(below.get(parent) ?? []), at])
  const write = (at: number) => {
    const code = codes[at]!
    const color = code.color === null ? null : hexOf(code.color)
    xml.element('Code', { guid: code.guid, name: code.label, isCodable: true, color }, () => {
      const description = descriptionOf(code)
      if (description !== '') xml.words('Description', description)
      refs({ kind: 'code', at })
      below.get(at)?.forEach(write)
    })
  }
  below.get(null)?.forEach(write)
}
