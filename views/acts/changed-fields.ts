/** A row as it was written down when it changed. */
export type Row = Record<string, unknown> | null

/** What says nothing to a reader: names that machines give, and what is told by the sentence of the act or by the words of a passage. */
const hidden = new Set(
  ['id', 'guid', 'wish', 'slug', 'project_id', 'original_id', 'act_id', 'quotation_id', 'coding_id', 'answer_id', 'finding_id', 'thread_id'].concat([
    'quotation_guid',
    'words_sha256',
    'state_sha256',
    'number_value',
    'held',
    'edits',
    'guess_start',
    'guess_end',
    'setting.name',
    'setting.value',
  ]),
)
/** Where a passage is told by its words, its place needs no numbers. */
const places = new Set(['start_offset', 'end_offset'])

/** What of a changed row is told, field by field: where both sides stand, what differs; else all that holds something. */
export function toldFields(table: string, before: Row, after: Row, worded: boolean): string[] {
  const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || value === 0
  const isTold = (name: string) => (before && after ? before[name] !== after[name] : !isEmpty((after ?? before)![name]))
  return Object.keys(after ?? before ?? {}).filter(
    (name) => !hidden.has(name) && !hidden.has(`${table}.${name}`) && !(worded && places.has(name)) && isTold(name) && !pointsNowhere(name, before, after),
  )
}

/** What a memo or a thread is about is named where it has a name; the others are told by their kind alone. */
const named = new Set(['code', 'source', 'case'])
function pointsNowhere(name: string, before: Row, after: Row): boolean {
  return name === 'target_id' && !named.has(`${(after ?? before)!['target_kind']}`)
}

/** Which names tell what an id points at. */
export function pointer(name: string, row: Row): string {
  return name === 'target_id' ? `${row?.['target_kind']}_id` : name
}

/** What a row itself is called, if anything. */
export function nameOf(row: Row): string | undefined {
  const name = row?.['label'] ?? row?.['name'] ?? row?.['title']
  return typeof name === 'string' && name !== '' ? name : undefined
}

const words: Readonly<Record<string, string>> = {
  'answer.status': 'status.',
  'attribute.type': 'cases.type-',
  'carry_review.kind': 'history.waits-',
  'finding.state': 'filter.state.',
  'membership.role': 'people.role-',
  'project.language': 'language.',
  'source.kind': 'kind.',
  'source.language': 'language.',
  'source.status': 'source.status-',
  'source_span.kind': 'review.span-',
  'speaker.role': 'import.role.',
}

/** The key of the word for a value that is one of a few. */
export function keyOfValue(table: string, name: string, value: unknown): string {
  if (name === 'made_by') return `history.made-${value}`
  if (name === 'target_kind') return `history.table-${value === 'case' ? 'study_case' : value}`
  if (value === 0 || value === 1) return table === 'coding' || table === 'decision' ? `history.is-${value}` : ''
  return `${words[`${table}.${name}`] ?? 'history.no-'}${value}`
}
