import type { Places } from '../domain/axis.ts'
import { groupBy } from '../domain/group-by.ts'
import type { Nameable } from '../domain/named.ts'
import { type Span, subtract, unionOf } from '../domain/span.ts'
import { packed, unpack } from './packed.ts'
import { listAsked } from './quotations-under.ts'
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

/** The questions of all guides in their order, and where in each source they are answered: the words of a question are nobody's answer, as in a filter. */
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
  const row = await db
    .selectFrom('answer_span')
    .innerJoin('answer', 'answer.id', 'answer_span.answer_id')
    .innerJoin('source', 'source.id', 'answer_span.source_id')
    .where('source.project_id', '=', projectId)
    .select(packed('answer_span.source_id', 'answer.question_id', 'answer_span.start_offset', 'answer_span.end_offset').as('rows'))
    .executeTakeFirst()
  const memberOf = new Map(questions.map(({ id }, member) => [id, member]))
  return { questions, placesIn: await placesBySource(db, unpack(row?.rows), memberOf, () => true) }
}

/** Speakers by name, in the order of their names, and where in each source they speak; the words of a question are no informant's, as in a filter. */
export async function listPlacesOfSpeakers(db: Db, projectId: number, nameables: readonly Nameable[]) {
  const byName = new Map<string, number[]>()
  for (const { id, names } of nameables) {
    const name = names[0]!.normalize('NFC').trim()
    byName.set(name, [...(byName.get(name) ?? []), id])
  }
  const speakers = [...byName].map(([name, ids]) => ({ name, ids })).sort((a, b) => a.name.localeCompare(b.name, 'sv', { numeric: true }))
  const row = await db
    .selectFrom('source_span')
    .innerJoin('source', 'source.id', 'source_span.source_id')
    .where('source.project_id', '=', projectId)
    .where('source_span.kind', '=', 'turn')
    .select(packed('source_span.source_id', 'source_span.speaker_id', 'source_span.start_offset', 'source_span.end_offset').as('rows'))
    .executeTakeFirst()
  const memberOf = new Map(speakers.flatMap(({ ids }, member) => ids.map((id) => [id, member] as const)))
  const informants = await db
    .selectFrom('speaker')
    .innerJoin('source', 'source.id', 'speaker.source_id')
    .where('source.project_id', '=', projectId)
    .where('speaker.role', '=', 'informant')
    .select('speaker.id')
    .execute()
  const answering = new Set(informants.map(({ id }) => id))
  return { speakers, placesIn: await placesBySource(db, unpack(row?.rows), memberOf, (id) => answering.has(id)) }
}

/** `answers`: whose words have no question in them. */
async function placesBySource(db: Db, rows: readonly number[][], memberOf: ReadonlyMap<number, number>, answers: (of: number) => boolean) {
  const sources = new Map<number, Map<number, { own: Span[]; whole: Span[] }>>()
  for (const [sourceId, of, start, end] of rows) {
    const member = memberOf.get(of!)
    if (member === undefined) continue
    const members = sources.get(sourceId!) ?? new Map<number, { own: Span[]; whole: Span[] }>()
    sources.set(sourceId!, members)
    const places = members.get(member) ?? { own: [], whole: [] }
    members.set(member, places)
    places[answers(of!) ? 'own' : 'whole'].push({ start: start!, end: end! })
  }
  const asked = groupBy(await listAsked(db, [...sources.keys()]), ({ sourceId }) => sourceId)
  const spansOf = (sourceId: number, { own, whole }: { own: Span[]; whole: Span[] }) => unionOf([...whole, ...subtract(own, asked.get(sourceId) ?? [])])
  return new Map(
    [...sources].map(([sourceId, members]): [number, Places[]] => [
      sourceId,
      [...members].map(([member, places]) => ({ member, spans: spansOf(sourceId, places) })),
    ]),
  )
}
