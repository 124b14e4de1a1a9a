import type { ExchangedCode, ExchangedSet } from '../domain/exchanged.ts'
import { ORIGIN, OWN } from './refi-own.ts'
import { writeCodes } from './write-qde-codes.ts'
import { XmlWriter } from './xml-writer.ts'

/** A REFI-QDA codebook: codes, and the sets that hold codes. Here a member is named by `guid`, in a project by `targetGUID`. */
export function writeQdc({ codes, sets }: { codes: readonly ExchangedCode[]; sets: readonly ExchangedSet[] }): string {
  const xml = new XmlWriter()
  const retired = codes.flatMap((code, at) => (code.retired ? [at] : []))
  const all = [...sets.filter((set) => set.codes.length > 0), ...(retired.length > 0 ? [{ ...OWN.retired, codes: retired }] : [])]
  xml.element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: ORIGIN }, () => {
    xml.element('Codes', {}, () => writeCodes(xml, codes))
    if (all.length > 0)
      xml.element('Sets', {}, () => {
        for (const set of all)
          xml.element('Set', { guid: set.guid, name: set.name }, () => {
            for (const code of set.codes) xml.element('MemberCode', { guid: codes[code]!.guid })
          })
      })
  })
  return xml.toString()
}
