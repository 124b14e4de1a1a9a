import { readTree, type XmlNode } from '../../src/exchange/xml-tree.ts'

/** The rules of the standard's two schemas that a program can break: which children in which order, which attributes, which values. Written by hand from the standard. */
type Rule = { children?: readonly string[]; oneOf?: readonly string[]; needs?: readonly string[]; attributes?: Readonly<Record<string, RegExp>>; text?: RegExp }

const GUID = /^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\{[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\})$/
const TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/
const COLOR = /^#(?:[A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/
const WHOLE = /^[+-]?\d+$/
const ANY = /^[\s\S]*$/
const made = { creatingUser: GUID, creationDateTime: TIME, modifyingUser: GUID, modifiedDateTime: TIME }
const target = { needs: ['targetGUID'], attributes: { targetGUID: GUID } }
const textSource: Rule = {
  children: ['Description?', 'PlainTextContent?', 'PlainTextSelection*', 'Coding*', 'NoteRef*', 'VariableValue*'],
  needs: ['guid'],
  attributes: { guid: GUID, name: ANY, richTextPath: ANY, plainTextPath: ANY, ...made },
}

const shared: Record<string, Rule> = {
  Codes: { children: ['Code+'] },
  Description: { text: ANY },
  Sets: { children: ['Set+'] },
}
const project: Record<string, Rule> = {
  ...shared,
  Project: {
    children: ['Users?', 'CodeBook?', 'Variables?', 'Cases?', 'Sources?', 'Notes?', 'Links?', 'Sets?', 'Graphs?', 'Description?', 'NoteRef*'],
    needs: ['name'],
    attributes: {
      name: ANY,
      origin: ANY,
      creatingUserGUID: GUID,
      creationDateTime: TIME,
      modifyingUserGUID: GUID,
      modifiedDateTime: TIME,
      basePath: ANY,
      xmlns: ANY,
    },
  },
  Users: { children: ['User+'] },
  User: { needs: ['guid'], attributes: { guid: GUID, name: ANY, id: ANY } },
  CodeBook: { children: ['Codes'] },
  Code: {
    children: ['Description?', 'NoteRef*', 'Code*'],
    needs: ['guid', 'name', 'isCodable'],
    attributes: { guid: GUID, name: ANY, isCodable: /^(true|false|1|0)$/, color: COLOR },
  },
  Variables: { children: ['Variable+'] },
  Variable: {
    children: ['Description?'],
    needs: ['guid', 'name', 'typeOfVariable'],
    attributes: { guid: GUID, name: ANY, typeOfVariable: /^(Text|Boolean|Integer|Float|Date|DateTime)$/ },
  },
  Cases: { children: ['Case+'] },
  Case: { children: ['Description?', 'CodeRef*', 'VariableValue*', 'SourceRef*', 'SelectionRef*'], needs: ['guid'], attributes: { guid: GUID, name: ANY } },
  VariableValue: { children: ['VariableRef', 'TextValue?', 'BooleanValue?', 'IntegerValue?', 'FloatValue?', 'DateValue?', 'DateTimeValue?'] },
  TextValue: { text: ANY },
  FloatValue: { text: /^[+-]?(\d+(\.\d*)?|\.\d+)$/ },
  DateValue: { text: /^-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?$/ },
  Sources: { oneOf: ['TextSource', 'PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'] },
  TextSource: textSource,
  Representation: textSource,
  Note: textSource,
  Notes: { children: ['Note+'] },
  PlainTextContent: { text: ANY },
  PDFSource: {
    children: ['Description?', 'PDFSelection*', 'Representation?', 'Coding*', 'NoteRef*', 'VariableValue*'],
    needs: ['guid'],
    attributes: { guid: GUID, name: ANY, path: ANY, currentPath: ANY, ...made },
  },
  PlainTextSelection: {
    children: ['Description?', 'Coding*', 'NoteRef*'],
    needs: ['guid', 'startPosition', 'endPosition'],
    attributes: { guid: GUID, name: ANY, startPosition: WHOLE, endPosition: WHOLE, ...made },
  },
  Coding: { children: ['CodeRef', 'NoteRef*'], needs: ['guid'], attributes: { guid: GUID, creatingUser: GUID, creationDateTime: TIME } },
  Links: { children: ['Link+'] },
  Link: {
    children: ['NoteRef*'],
    needs: ['guid'],
    attributes: { guid: GUID, name: ANY, direction: /^(Associative|OneWay|Bidirectional)$/, color: COLOR, originGUID: GUID, targetGUID: GUID },
  },
  Set: { children: ['Description?', 'MemberCode*', 'MemberSource*', 'MemberNote*'], needs: ['guid', 'name'], attributes: { guid: GUID, name: ANY } },
  NoteRef: target,
  CodeRef: target,
  SourceRef: target,
  SelectionRef: target,
  VariableRef: target,
  MemberCode: target,
  MemberSource: target,
  MemberNote: target,
}
const codebook: Record<string, Rule> = {
  ...shared,
  CodeBook: { children: ['Codes', 'Sets?'], attributes: { origin: ANY, xmlns: ANY } },
  Code: { ...project['Code'], children: ['Description?', 'Code*'] },
  Set: { children: ['Description?', 'MemberCode*'], needs: ['guid', 'name'], attributes: { guid: GUID, name: ANY } },
  MemberCode: { needs: ['guid'], attributes: { guid: GUID } },
}

/** What the schema has against a document; nothing where it is valid. */
export function faultsOf(xml: string, schema: 'project' | 'codebook'): string[] {
  const rules = schema === 'project' ? project : codebook
  const root = readTree(Buffer.from(xml))
  const faults = xml.includes(`xmlns="urn:QDA-XML:${schema}:1.0"`) ? [] : ['namespace']
  if (root.name !== (schema === 'project' ? 'Project' : 'CodeBook')) faults.push(`root ${root.name}`)
  const visit = (node: XmlNode) => {
    faults.push(...faultsIn(node, rules[node.name]))
    for (const child of node.children) visit(child)
  }
  visit(root)
  return faults
}

function faultsIn({ name, attributes, children, text }: XmlNode, rule: Rule | undefined): string[] {
  if (!rule) return [`${name}: unknown`]
  const faults = (rule.needs ?? []).filter((one) => attributes[one] === undefined).map((one) => `${name}: needs ${one}`)
  for (const [key, value] of Object.entries(attributes)) if (!rule.attributes?.[key]?.test(value)) faults.push(`${name}: ${key}="${value}"`)
  if (rule.text ? !rule.text.test(text) : text.trim() !== '') faults.push(`${name}: text "${text}"`)
  const names = children.map((child) => child.name)
  if (rule.oneOf) return names.every((one) => rule.oneOf!.includes(one)) && names.length > 0 ? faults : [...faults, `${name}: ${names}`]
  const order = new RegExp(`^${(rule.children ?? []).map((one) => one.replace(/^(\w+)(.?)$/, '(?:$1 )$2')).join('')}$`)
  return order.test(names.map((one) => `${one} `).join('')) ? faults : [...faults, `${name}: ${names}`]
}
