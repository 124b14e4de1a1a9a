import type { Places } from '../domain/axis.ts'
import type { Nameable } from '../domain/named.ts'
import { type Span, unionOf } from '../domain/span.ts'
import { listAnswerPlaces } from './answer-places.ts'
import type { Place } from './asked-words.ts'
import { placesOfSpeakers } from './quotations-under.ts'
import type { Db } from './schema.ts'

/** The sources of a project in its order. */
export async function sourceNames(db: Db, projectId: number): Promise<{ id: number; name: string }[]> {
  return db.selectFrom('source').select(['id', 'title as name']).where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
}

/** Those who have coded anything in a project. */
export async function codersOfProject(db: Db, projectId: number): Promise<{ id: number; name: string }[]> {
  return db
    .selectFrom('coder')
    .select(['coder.id', 'coder.name'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('coding')
          .innerJoin('code', 'code.id', 'coding.code_id')
          .select('coding.id')
          .where('code.project_id', '=', projectId)
          .whereRef('coding.coder_id', '=', 'coder.id'),
      ),
    )
    .orderBy('coder.id')
    .execute()
}

/** The questions of all guides in their order, and where in each source they are answered. */
export async function listPlacesOfQuestions(db: Db, projectId: number) {
  const questions = await db
    .selectFrom('question')
    .innerJoin('guide_section as section', 'section.id', 'question.section_id')
    .innerJoin('guide', 'guide.id', 'section.guide_id')
    .where('guide.project_id', '=', projectId)
    .select(['question.id', 'question.number', 'question.text', 'guide.name as guide'])
    .orderBy('guide.id')
    .orderBy('section.position')
    .orderBy('question.number')
    .execute()
  const memberOf = new Map(questions.map(({ id }, member) => [id, member]))
  const places = await listAnswerPlaces(db, projectId)
  return { questions, placesIn: placesBySource(places, ({ questionId }) => memberOf.get(questionId)) }
}

/** Speakers by name, in the order of their names, and where in each source they speak. */
export async function listPlacesOfSpeakers(db: Db, nameables: readonly Nameable[]) {
  const byName = new Map<string, number[]>()
  for (const { id, names } of nameables) {
    const name = names[0]!.normalize('NFC').trim()
    byName.set(name, [...(byName.get(name) ?? []), id])
  }
  const speakers = [...byName].map(([name, ids]) => ({ name, ids })).sort((a, b) => a.name.localeCompare(b.name, 'sv', { numeric: true }))
  const memberOf = new Map(speakers.flatMap(({ ids }, member) => ids.map((id) => [id, member] as const)))
  const places = await placesOfSpeakers(db, [...memberOf.keys()])
  return { speakers, placesIn: placesBySource(places, ({ speakerId }) => memberOf.get(speakerId)) }
}

function placesBySource<P extends Place>(places: readonly P[], memberOf: (place: P) => number | undefined): Map<number, Places[]> {
  const sources = new Map<number, Map<number, Span[]>>()
  for (const place of places) {
    const member = memberOf(place)
    if (member === undefined) continue
    const members = sources.get(place.sourceId) ?? new Map<number, Span[]>()
    sources.set(place.sourceId, members)
    const spans = members.get(member)
    if (spans) spans.push(place)
    else members.set(member, [place])
  }
  return new Map([...sources].map(([sourceId, members]) => [sourceId, [...members].map(([member, spans]) => ({ member, spans: unionOf(spans) }))]))
}
