import { type AttributeType, attributeTypes, guessType } from '../domain/attribute.ts'
import type { ExchangedCase, ExchangedVariable, LossCounter } from '../domain/exchanged.ts'
import { groupBy } from '../domain/group-by.ts'
import { columnWriting } from '../domain/written-number.ts'
import { nameOr } from './read-qde-codes.ts'
import { guidOf, keyOfGuid } from './refi-guid.ts'
import { refuseMany } from './refi-limits.ts'
import { OWN } from './refi-own.ts'
import { childOf, childrenOf, wordsOf, type XmlNode } from './xml-tree.ts'

export type ReadCases = { variables: ExchangedVariable[]; cases: ExchangedCase[]; nodes: XmlNode[] }
const own = new Set<string>(Object.values(OWN).map(({ guid }) => guid))

/** The cases with their values and sources, and the variables that they have. Values of a source are its case's, where it has just one. */
export function readCases(root: XmlNode, sources: ReadonlyMap<string, number>, sourceNodes: readonly XmlNode[], losses: LossCounter): ReadCases {
  const variableNodes = childrenOf(childOf(root, 'Variables'), 'Variable').filter(({ attributes }) => !own.has(keyOfGuid(attributes['guid'])))
  const byGuid = new Map(variableNodes.map(({ attributes }, at) => [keyOfGuid(attributes['guid']), at]))
  const nodes = childrenOf(childOf(root, 'Cases'), 'Case')
  refuseMany('variables', variableNodes.length)
  refuseMany('cases', nodes.length)
  const cases = nodes.map((node, at) => caseOf(node, at, { byGuid, sources }, losses))
  const belonging = groupBy(
    cases.flatMap((one) => one.sources.map((source) => ({ source, one }))),
    ({ source }) => source,
  )
  for (const [at, node] of sourceNodes.entries()) {
    const values = valuesOf(node, byGuid, losses)
    const belongs = belonging.get(at) ?? []
    const only = belongs.length === 1 ? belongs[0]!.one : undefined
    const other = values.filter(({ variable, value }) => !only?.values.some((one) => one.variable === variable && one.value === value))
    const taken = only ? other.filter(({ variable }) => !only.values.some((one) => one.variable === variable)) : []
    only?.values.push(...taken)
    losses.add('source-values', other.length - taken.length)
  }
  const values = groupBy(
    cases.flatMap((one) => one.values),
    ({ variable }) => variable,
  )
  const variables = variableNodes.map((node, at) => variableOf(node, values.get(at) ?? [], losses))
  return { variables, cases, nodes }
}

type Known = { byGuid: ReadonlyMap<string, number>; sources: ReadonlyMap<string, number> }
type Value = ExchangedCase['values'][number]

function caseOf(node: XmlNode, at: number, { byGuid, sources }: Known, losses: LossCounter): ExchangedCase & { values: Value[] } {
  losses.add('case-codes', childrenOf(node, 'CodeRef').length)
  losses.add('case-selections', childrenOf(node, 'SelectionRef').length)
  const refs = childrenOf(node, 'SourceRef').map(({ attributes }) => sources.get(keyOfGuid(attributes['targetGUID'])))
  losses.add('case-sources', refs.filter((ref) => ref === undefined).length)
  return {
    guid: guidOf(node.attributes['guid']),
    name: nameOr(node.attributes['name'], `Case ${at + 1}`, losses),
    kind: ownValue(node, OWN.caseKind.guid).slice(0, 200),
    values: valuesOf(node, byGuid, losses),
    sources: [...new Set(refs.filter((ref) => ref !== undefined))],
  }
}

/** The value of one of our own variables, '' where there is none. */
export function ownValue(node: XmlNode, guid: string): string {
  const found = childrenOf(node, 'VariableValue').find((one) => keyOfGuid(childOf(one, 'VariableRef')?.attributes['targetGUID']) === guid)
  return found ? wordsOf(found, 'TextValue') : ''
}

function valuesOf(node: XmlNode, byGuid: ReadonlyMap<string, number>, losses: LossCounter): Value[] {
  return childrenOf(node, 'VariableValue').flatMap((one) => {
    const key = keyOfGuid(childOf(one, 'VariableRef')?.attributes['targetGUID'])
    const variable = byGuid.get(key)
    const told = one.children.find(({ name }) => name.endsWith('Value'))
    const value = (told?.name === 'DateTimeValue' ? told.text.slice(0, 10) : (told?.text ?? '')).trim()
    if (variable === undefined && !own.has(key)) losses.add('values-unknown')
    return variable === undefined || value === '' ? [] : [{ variable, value }]
  })
}

const types: Readonly<Record<string, AttributeType>> = { Integer: 'number', Float: 'number', Date: 'date', DateTime: 'date', Boolean: 'category' }

/** Text that is numbers with a sign between their thousands stays text: nobody is asked here. */
function guessed(values: readonly string[]): AttributeType {
  const type = guessType(values)
  return type === 'number' && columnWriting(values).is === 'thousands' ? 'text' : type
}

/** What a variable is: as we said ourselves, as its type says, else as its values look. */
function variableOf(node: XmlNode, values: readonly Value[], losses: LossCounter): ExchangedVariable {
  const said = wordsOf(node, 'Description').trim()
  const own = attributeTypes.find((one) => one === said)
  if (said !== '' && !own) losses.add('descriptions')
  const type = own ?? types[node.attributes['typeOfVariable'] ?? ''] ?? guessed(values.map(({ value }) => value))
  return { guid: guidOf(node.attributes['guid']), name: nameOr(node.attributes['name'], 'Variable', losses), type }
}
