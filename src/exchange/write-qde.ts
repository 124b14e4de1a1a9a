import type { Exchanged, ExchangedMemo, ExchangedSource, MemoPlace } from '../domain/exchanged.ts'
import { changed, ORIGIN, OWN } from './refi-own.ts'
import { writeCase, writeVariables } from './write-qde-cases.ts'
import { writeCodes } from './write-qde-codes.ts'
import { type NoteRefs, writeSource } from './write-qde-sources.ts'
import { XmlWriter } from './xml-writer.ts'

export type QdeProject = { readonly project: Exchanged; readonly sources: readonly ExchangedSource[]; readonly at: string }

/** The `project.qde` of a project: its elements in the order that the standard's schema wants, no container empty. */
export function writeQde({ project, sources, at }: QdeProject): string {
  const xml = new XmlWriter()
  const refs = noteRefs(xml, project.memos)
  const head = { name: project.name, origin: ORIGIN, creatingUserGUID: project.users[0]?.guid, creationDateTime: at, modifiedDateTime: at }
  xml.element('Project', { xmlns: 'urn:QDA-XML:project:1.0', ...head }, () => {
    many(xml, 'Users', project.users, (user) => xml.element('User', { guid: user.guid, name: user.name }))
    if (project.codes.length > 0) xml.element('CodeBook', {}, () => xml.element('Codes', {}, () => writeCodes(xml, project.codes, refs)))
    writeVariables(xml, project, sources.length > 0)
    many(xml, 'Cases', project.cases, (one) => writeCase(xml, one, project, sources))
    many(xml, 'Sources', sources, (source, nth) => writeSource(xml, { source, nth, project, refs }))
    many(xml, 'Notes', project.memos, (memo) => writeNote(xml, memo, project))
    many(xml, 'Links', caseMemos(project), (memo) => writeLink(xml, memo, project))
    writeSets(xml, project, sources)
    if (project.description !== '') xml.words('Description', project.description)
    refs({ kind: 'project' })
  })
  return xml.toString()
}

function many<T>(xml: XmlWriter, name: string, things: readonly T[], write: (thing: T, nth: number) => void): void {
  if (things.length > 0) xml.element(name, {}, () => things.forEach(write))
}

function noteRefs(xml: XmlWriter, memos: readonly ExchangedMemo[]): NoteRefs {
  const known = new Map<string, string[]>()
  for (const { on, guid } of memos) known.set(keyOf(on), [...(known.get(keyOf(on)) ?? []), guid])
  return (place) => known.get(keyOf(place))?.forEach((targetGUID) => void xml.element('NoteRef', { targetGUID }))
}

function keyOf(place: MemoPlace): string {
  const { kind, at, selection, coding } = { at: '', selection: '', coding: '', ...place }
  return `${kind} ${at} ${selection} ${coding}`
}

/** A memo; its name is its first words, by which other programs list it. */
function writeNote(xml: XmlWriter, { guid, text, user, at }: ExchangedMemo, { users }: Exchanged): void {
  const made = { creatingUser: user === null ? null : users[user]!.guid, creationDateTime: at || null }
  xml.element('Note', { guid, name: nameOfNote(text), ...made }, () => xml.words('PlainTextContent', text))
}

function nameOfNote(text: string): string {
  return [...text.split('\n', 1)[0]!].slice(0, 60).join('')
}

/** Cases have no place for notes in the standard; a link between the two says the same. */
function caseMemos({ memos }: Exchanged): ExchangedMemo[] {
  return memos.filter(({ on }) => on.kind === 'case')
}

function writeLink(xml: XmlWriter, { guid, on }: ExchangedMemo, { cases }: Exchanged): void {
  const target = on.kind === 'case' ? cases[on.at]!.guid : null
  xml.element('Link', { guid: changed(guid), name: 'memo', direction: 'OneWay', originGUID: guid, targetGUID: target })
}

function writeSets(xml: XmlWriter, { codes, sets }: Exchanged, sources: readonly ExchangedSource[]): void {
  const retired = codes.flatMap((code, at) => (code.retired ? [at] : []))
  const all = retired.length > 0 ? [...sets, { ...OWN.retired, codes: retired, sources: [] }] : sets
  many(xml, 'Sets', all, (set) =>
    xml.element('Set', { guid: set.guid, name: set.name }, () => {
      for (const code of set.codes) xml.element('MemberCode', { targetGUID: codes[code]!.guid })
      for (const source of set.sources) xml.element('MemberSource', { targetGUID: sources[source]!.guid })
    }),
  )
}
