import type { Exchanged, ExchangedCase, ExchangedSource, ExchangedVariable } from '../domain/exchanged.ts'
import { OWN } from './refi-own.ts'
import type { XmlWriter } from './xml-writer.ts'

/** The variables, and ours for what the standard has no element for. What kind a variable is with us stands in its description. */
export function writeVariables(xml: XmlWriter, { variables, cases }: Exchanged, hasSources: boolean): void {
  const own = [...(hasSources ? [OWN.kind, OWN.language, OWN.status] : []), ...(cases.some(({ kind }) => kind !== '') ? [OWN.caseKind] : [])]
  if (variables.length + own.length === 0) return
  xml.element('Variables', {}, () => {
    for (const [at, { guid, name, type }] of variables.entries())
      xml.element('Variable', { guid, name, typeOfVariable: typeOf(cases, at, type) }, () => xml.words('Description', type))
    for (const { guid, name } of own) xml.element('Variable', { guid, name, typeOfVariable: 'Text' })
  })
}

type VariableType = 'Text' | 'Float' | 'Date'
const elements: Record<VariableType, string> = { Text: 'TextValue', Float: 'FloatValue', Date: 'DateValue' }

/** Years and months are dates with us and none in XML: a variable that has one of them is text. */
function typeOf(cases: readonly ExchangedCase[], variable: number, type: ExchangedVariable['type']): VariableType {
  if (type === 'number') return 'Float'
  const full = type === 'date' && cases.every(({ values }) => values.every((one) => one.variable !== variable || /^\d{4}-\d\d-\d\d$/.test(one.value)))
  return full ? 'Date' : 'Text'
}

export function writeCase(xml: XmlWriter, one: ExchangedCase, { variables, cases }: Exchanged, sources: readonly ExchangedSource[]): void {
  xml.element('Case', { guid: one.guid, name: one.name }, () => {
    for (const { variable, value } of one.values) {
      const type = typeOf(cases, variable, variables[variable]!.type)
      writeValue(xml, variables[variable]!.guid, type, type === 'Float' ? decimal(value) : value)
    }
    if (one.kind !== '') writeValue(xml, OWN.caseKind.guid, 'Text', one.kind)
    for (const source of one.sources) xml.element('SourceRef', { targetGUID: sources[source]!.guid })
  })
}

export function writeValue(xml: XmlWriter, targetGUID: string, type: VariableType, value: string): void {
  xml.element('VariableValue', {}, () => {
    xml.element('VariableRef', { targetGUID })
    xml.words(elements[type], value)
  })
}

/** A number as XML writes it, which knows no powers of ten. */
function decimal(value: string): string {
  return /e/i.test(value) ? Number(value).toFixed(20).replace(/0+$/, '') : value
}
