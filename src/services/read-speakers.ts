import { countParagraphs } from '../domain/paragraph.ts'
import { listCaseNames } from '../storage/import-places.ts'
import type { House } from '../storage/open.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listProjectSpeakers, listSpeakers, type Speaker } from '../storage/speakers.ts'
import { theSource } from './the-source.ts'

/** `sources`: how many sources have the label, this one counted. */
type ListedSpeaker = Speaker & { sources: number }
/** `paragraphs`: how many the text has. */
export type SpeakersOfSource = {
  source: { id: number; title: string }
  speakers: ListedSpeaker[]
  from: number
  of: number
  caseNames: string[]
  paragraphs: number
}

/** Speakers on one page. */
export const SPEAKERS_SHOWN = 100

/** Who speaks in a source, from the speaker `from` (counted from 0), and the names of the project's cases. */
export async function readSpeakers(house: House, projectId: number, sourceId: number, from = 0): Promise<SpeakersOfSource> {
  const source = await theSource(house.read, projectId, sourceId)
  const speakers = await listSpeakers(house.read, sourceId)
  const labels = new Map<string, Set<number>>()
  for (const { label, sourceId: there } of await listProjectSpeakers(house.read, projectId))
    labels.set(keyOf(label), (labels.get(keyOf(label)) ?? new Set()).add(there))
  const shown = speakers.slice(from, from + SPEAKERS_SHOWN).map((speaker) => ({ ...speaker, sources: labels.get(keyOf(speaker.label))!.size }))
  const caseNames = (await listCaseNames(house.read, projectId)).map((one) => one.name)
  const paragraphs = countParagraphs((await textsOf(house.read, [sourceId])).get(sourceId)!)
  return { source, speakers: shown, from, of: speakers.length, caseNames, paragraphs }
}

/** Ids of the cases that speak in a source of the project. */
export async function listSpeakingIn(house: House, projectId: number, sourceId: number): Promise<number[]> {
  await theSource(house.read, projectId, sourceId)
  return (await listSpeakers(house.read, sourceId)).flatMap(({ caseId }) => (caseId === null ? [] : [caseId]))
}

function keyOf(label: string): string {
  return label.toLocaleLowerCase('sv')
}
