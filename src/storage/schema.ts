import type { ColumnType, Generated, Kysely, Selectable, Transaction } from 'kysely'
import type { ActKind } from '../domain/act.ts'
import type { AnswerStatus } from '../domain/answer.ts'
import type { AttributeType } from '../domain/attribute.ts'
import type { MadeBy } from '../domain/coding.ts'
import type { InvitationKind } from '../domain/invitation.ts'
import type { Role } from '../domain/role.ts'
import type { SourceKind, SourceLanguage, SourceStatus, SpanKind, SpeakerRole } from '../domain/source.ts'
import type { ThreadTarget } from '../domain/thread.ts'

/** The tables as they stand after the newest migration. Row shapes never leave storage/. */
export interface Schema {
  setting: { id: Generated<number>; name: string; value: string }
  coder: { id: Generated<number>; guid: string; name: string; made_at: string }
  account: { id: Generated<number>; coder_id: number; name: string; password_hash: string; disabled_at: Defaulted<string | null>; made_at: string }
  session: { id: Generated<number>; account_id: number; token_sha256: string; browser: string; made_at: string; seen_at: string }
  membership: { id: Generated<number>; project_id: number; coder_id: number; role: Role }
  invitation: {
    id: Generated<number>
    kind: InvitationKind
    token_sha256: string
    project_id: number | null
    role: Role | null
    coder_id: number | null
    made_by: number
    made_at: string
    expires_at: string
  }
  project: {
    id: Generated<number>
    guid: string
    slug: string
    name: string
    language: SourceLanguage
    research_question: Defaulted<string>
    made_at: string
  }
  act: {
    id: Generated<number>
    project_id: number | null
    actor_id: number
    kind: ActKind
    at: string
    about: string
    undoes: number | null
    undone_by: number | null
    wish: Defaulted<string | null>
  }
  change: { id: Generated<number>; act_id: number; table_name: string; row_id: number; before: string | null; after: string | null }
  original: { id: Generated<number>; sha256: string; bytes: Buffer }
  source_version: {
    id: Generated<number>
    source_guid: string
    number: number
    text: string
    length: number
    word_count: number
    paragraph_count: number
    act_id: number
  }
  source: {
    id: Generated<number>
    guid: string
    project_id: number
    title: string
    kind: SourceKind
    language: SourceLanguage
    status: Defaulted<SourceStatus>
    position: number
    version_id: number
    original_id: number | null
    original_name: string | null
    made_at: string
    guide_id: Defaulted<number | null>
  }
  study_case: { id: Generated<number>; guid: string; project_id: number; name: string; kind: Defaulted<string>; position: number }
  source_case: { id: Generated<number>; source_id: number; case_id: number }
  attribute: { id: Generated<number>; guid: string; project_id: number; name: string; type: AttributeType; position: number }
  attribute_value: { id: Generated<number>; case_id: number; attribute_id: number; value: string; number_value: number | null }
  speaker: { id: Generated<number>; source_id: number; label: string; role: SpeakerRole; case_id: number | null }
  source_span: {
    id: Generated<number>
    source_id: number
    kind: SpanKind
    start_offset: number
    end_offset: number
    speaker_id: number | null
    question_id: Defaulted<number | null>
    made_by: Defaulted<MadeBy>
  }
  code: {
    id: Generated<number>
    guid: string
    project_id: number
    parent_id: number | null
    label: string
    color: number | null
    definition: Defaulted<string>
    when_to_use: Defaulted<string>
    when_not: Defaulted<string>
    example: Defaulted<string>
    position: number
    made_at: string
    retired_at: string | null
  }
  quotation: { id: Generated<number>; guid: string; source_id: number; start_offset: number; end_offset: number }
  coding: {
    id: Generated<number>
    guid: string
    quotation_id: number
    code_id: number
    coder_id: number
    made_by: MadeBy
    made_at: string
    example: Defaulted<0 | 1>
  }
  pinned_code: { id: Generated<number>; coder_id: number; code_id: number; position: number }
  dismissal: { id: Generated<number>; code_id: number; source_id: number; words_sha256: string; coder_id: number }
  memo: {
    id: Generated<number>
    guid: string
    project_id: number
    target_kind: 'project' | 'source' | 'case' | 'code' | 'quotation' | 'coding' | 'finding'
    target_id: number
    coder_id: number
    text: string
    made_at: string
  }
  /** Words that mean the same, as a JSON list. */
  synonym_group: { id: Generated<number>; guid: string; project_id: number; words: string }
  saved_search: { id: Generated<number>; guid: string; project_id: number; name: string; query: string; made_at: string }
  finding: {
    id: Generated<number>
    guid: string
    case_id: number
    code_id: number | null
    question_id: number | null
    state: 'yes' | 'no' | 'partly' | null
    summary: Defaulted<string>
    written_by: Defaulted<number | null>
    written_at: Defaulted<string | null>
  }
  /** Not a foreign key: a coding that waits in a review is in no table, and has its id again when it is laid. */
  finding_evidence: { id: Generated<number>; finding_id: number; coding_id: number }
  /** `group_label` '' with an attribute: the cases without it. */
  synthesis: {
    id: Generated<number>
    guid: string
    project_id: number
    code_id: number | null
    question_id: number | null
    attribute_id: number | null
    group_label: Defaulted<string>
    text: string
    written_by: number
    written_at: string
  }
  /** `filter` in text form, with ids for names. */
  filter_set: { id: Generated<number>; guid: string; project_id: number; name: string; filter: string }
  /** `edits` as JSON: rows of [start, end, what is put there], from the quotation's beginning. */
  publication_edit: { id: Generated<number>; project_id: number; quotation_guid: string; words_sha256: string; edits: string }
  /** A case's, or a name's; `replacement` null: the name may stay. */
  pseudonym: { id: Generated<number>; guid: string; project_id: number; case_guid: string | null; name: Defaulted<string>; replacement: string | null }
  guide: { id: Generated<number>; guid: string; project_id: number; name: string; asked_of: Defaulted<string> }
  guide_section: { id: Generated<number>; guide_id: number; title: string; position: number }
  question: { id: Generated<number>; guid: string; section_id: number; number: number; text: string }
  question_theme: { id: Generated<number>; question_id: number; code_id: number }
  answer: {
    id: Generated<number>
    case_id: number
    question_id: number
    status: AnswerStatus
    made_by: Defaulted<MadeBy>
    confidence: Defaulted<number | null>
  }
  answer_span: { id: Generated<number>; answer_id: number; source_id: number; part: number; start_offset: number; end_offset: number }
  /** A passage that an edited text could not carry along with certainty. `held`: the rows that wait, as JSON; offsets are into `version_id`. */
  carry_review: {
    id: Generated<number>
    source_id: number
    kind: 'quotation' | 'answer' | 'span'
    version_id: number
    start_offset: number
    end_offset: number
    guess_start: number | null
    guess_end: number | null
    held: string
  }
  /** A coder is done with coding a source. */
  source_done: { id: Generated<number>; source_id: number; coder_id: number }
  /** Where coders differ over a code on a passage: whether it belongs there, and why. */
  decision: {
    id: Generated<number>
    guid: string
    project_id: number
    quotation_id: number
    code_id: number
    applies: 0 | 1
    reason: string
    coder_id: number
    made_at: string
  }
  thread: {
    id: Generated<number>
    guid: string
    project_id: number
    target_kind: ThreadTarget
    target_id: number
    resolved_by: number | null
    resolved_at: string | null
  }
  comment: { id: Generated<number>; guid: string; thread_id: number; coder_id: number; text: string; made_at: string }
  /** A code with those below it, or a source, approved as it stood (`state_sha256`) after an act. */
  sign_off: {
    id: Generated<number>
    guid: string
    project_id: number
    target_kind: 'code' | 'source'
    target_id: number
    coder_id: number
    state_sha256: string
    act_id: number
    made_at: string
  }
  /** Up to which act somebody has said to have seen a project. */
  seen: { id: Generated<number>; project_id: number; coder_id: number; act_id: number }
  /** How a version was made from another: `changes` as JSON, rows of [start, end, size, 1 where one word stands for one]. */
  version_change: { version_id: number; from_id: number; changes: string }
}

type Defaulted<T> = ColumnType<T, T | undefined, T>

export type Db = Kysely<Schema> | Transaction<Schema>
export type Row<T extends keyof Schema> = Selectable<Schema[T]>
