CREATE TABLE account (
  id integer primary key autoincrement,
  coder_id integer not null unique references coder (id) on delete restrict,
  name text not null unique check (trim(name) <> ''),
  password_hash text not null check (password_hash like 'scrypt$%'),
  disabled_at text,
  made_at text not null
) strict;

CREATE TABLE act (
  id integer primary key autoincrement,
  project_id integer,
  actor_id integer not null references coder (id) on delete restrict,
  kind text not null,
  at text not null,
  about text not null check (json_valid(about)),
  undoes integer references act (id) on delete restrict,
  undone_by integer references act (id) on delete restrict, wish text,
  check (undoes is null or undoes < id)
) strict;

CREATE INDEX act_project on act (project_id, actor_id, id);

CREATE UNIQUE INDEX act_wish on act (wish) where wish is not null;

CREATE TABLE answer (
  id integer primary key autoincrement,
  case_id integer not null references study_case (id) on delete restrict,
  question_id integer not null references question (id) on delete restrict,
  status text not null check (status in ('answered', 'unanswered', 'dont_know', 'not_asked', 'no_source')), made_by text not null default 'person' check (made_by in ('person', 'rule', 'import')), confidence real check (confidence between 0 and 1),
  unique (case_id, question_id)
) strict;

CREATE INDEX answer_question on answer (question_id);

CREATE TABLE answer_span (
  id integer primary key autoincrement,
  answer_id integer not null references answer (id) on delete restrict,
  source_id integer not null references source (id) on delete restrict,
  part integer not null check (part > 0),
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  unique (answer_id, part)
) strict;

CREATE INDEX answer_span_source on answer_span (source_id, start_offset);

CREATE TABLE attribute (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  name text not null check (trim(name) <> ''),
  type text not null check (type in ('text', 'number', 'date', 'category')),
  position integer not null,
  unique (project_id, name)
) strict;

CREATE TABLE attribute_value (
  id integer primary key autoincrement,
  case_id integer not null references study_case (id) on delete restrict,
  attribute_id integer not null references attribute (id) on delete restrict,
  value text not null check (trim(value) <> ''),
  number_value real,
  unique (case_id, attribute_id)
) strict;

CREATE INDEX attribute_value_attribute on attribute_value (attribute_id);

CREATE TABLE carry_review (
  id integer primary key autoincrement,
  source_id integer not null references source (id) on delete restrict,
  kind text not null check (kind in ('quotation', 'answer', 'span')),
  version_id integer not null references source_version (id) on delete restrict,
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  guess_start integer check (guess_start >= 0),
  guess_end integer check (guess_end > guess_start),
  held text not null check (json_valid(held))
) strict;

CREATE INDEX carry_review_source on carry_review (source_id);

CREATE TABLE change (
  id integer primary key autoincrement,
  act_id integer not null references act (id) on delete restrict,
  table_name text not null,
  row_id integer not null,
  before text check (before is null or json_valid(before)),
  after text check (after is null or json_valid(after)),
  check (before is not null or after is not null)
) strict;

CREATE INDEX change_act on change (act_id);

CREATE INDEX change_row on change (table_name, row_id);

CREATE TABLE code (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  parent_id integer references code (id) on delete restrict,
  label text not null check (trim(label) <> ''),
  color integer check (color between 1 and 8),
  definition text not null default '',
  when_to_use text not null default '',
  when_not text not null default '',
  example text not null default '',
  position integer not null,
  made_at text not null,
  retired_at text,
  check (parent_id is null or parent_id <> id)
) strict;

CREATE INDEX code_parent on code (parent_id);

CREATE UNIQUE INDEX code_sibling on code (project_id, coalesce(parent_id, 0), label);

CREATE TABLE coder (
  id integer primary key autoincrement,
  guid text not null unique,
  name text not null unique check (trim(name) <> ''),
  made_at text not null
) strict;

CREATE TABLE coding (
  id integer primary key autoincrement,
  guid text not null unique,
  quotation_id integer not null references quotation (id) on delete restrict,
  code_id integer not null references code (id) on delete restrict,
  coder_id integer not null references coder (id) on delete restrict,
  made_by text not null check (made_by in ('person', 'rule', 'import')),
  made_at text not null, example integer not null default 0 check (example in (0, 1)),
  unique (quotation_id, code_id, coder_id)
) strict;

CREATE INDEX coding_code on coding (code_id, quotation_id);

CREATE INDEX coding_coder on coding (coder_id);

CREATE TABLE comment (
  id integer primary key autoincrement,
  guid text not null unique,
  thread_id integer not null references thread (id) on delete restrict,
  coder_id integer not null references coder (id) on delete restrict,
  text text not null check (trim(text) <> ''),
  made_at text not null
) strict;

CREATE INDEX comment_thread on comment (thread_id);

CREATE TABLE decision (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  quotation_id integer not null,
  code_id integer not null,
  applies integer not null check (applies in (0, 1)),
  reason text not null check (trim(reason) <> ''),
  coder_id integer not null references coder (id) on delete restrict,
  made_at text not null,
  unique (quotation_id, code_id)
) strict;

CREATE INDEX decision_project on decision (project_id);

CREATE TABLE dismissal (
  id integer primary key autoincrement,
  code_id integer not null references code (id) on delete restrict,
  source_id integer not null references source (id) on delete restrict,
  words_sha256 text not null check (length(words_sha256) = 64),
  coder_id integer not null references coder (id) on delete restrict,
  unique (code_id, source_id, words_sha256)
) strict;

CREATE INDEX dismissal_source on dismissal (source_id);

CREATE TABLE filter_set (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  name text not null check (trim(name) <> ''),
  filter text not null,
  unique (project_id, name)
) strict;

CREATE TABLE finding (
  id integer primary key autoincrement,
  guid text not null unique,
  case_id integer not null references study_case (id) on delete restrict,
  code_id integer references code (id) on delete restrict,
  question_id integer references question (id) on delete restrict,
  state text check (state in ('yes', 'no', 'partly')),
  summary text not null default '', written_by integer references coder (id) on delete restrict, written_at text,
  check ((code_id is null) <> (question_id is null)),
  unique (case_id, code_id),
  unique (case_id, question_id)
) strict;

CREATE INDEX finding_code on finding (code_id);

CREATE INDEX finding_question on finding (question_id);

CREATE TABLE finding_evidence (
  id integer primary key autoincrement,
  finding_id integer not null references finding (id) on delete restrict,
  coding_id integer not null,
  unique (finding_id, coding_id)
) strict;

CREATE INDEX finding_evidence_coding on finding_evidence (coding_id);

CREATE TABLE guide (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  name text not null check (trim(name) <> ''), asked_of text not null default '',
  unique (project_id, name)
) strict;

CREATE TABLE guide_section (
  id integer primary key autoincrement,
  guide_id integer not null references guide (id) on delete restrict,
  title text not null,
  position integer not null,
  unique (guide_id, position)
) strict;

CREATE TABLE invitation (
  id integer primary key autoincrement,
  kind text not null check (kind in ('first', 'person', 'reset')),
  token_sha256 text not null unique check (length(token_sha256) = 64),
  project_id integer references project (id) on delete cascade,
  role text check (role in ('owner', 'researcher', 'supervisor', 'reader')),
  coder_id integer references coder (id) on delete cascade,
  made_by integer not null references coder (id) on delete cascade,
  made_at text not null,
  expires_at text not null,
  check ((project_id is null) = (role is null)),
  check (kind <> 'reset' or coder_id is not null)
) strict;

CREATE INDEX invitation_project on invitation (project_id);

CREATE TABLE membership (
  id integer primary key autoincrement,
  project_id integer not null references project (id) on delete restrict,
  coder_id integer not null references coder (id) on delete restrict,
  role text not null check (role in ('owner', 'researcher', 'supervisor', 'reader')),
  unique (project_id, coder_id)
) strict;

CREATE INDEX membership_coder on membership (coder_id);

CREATE TABLE memo (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  target_kind text not null check (target_kind in ('project', 'source', 'case', 'code', 'quotation', 'coding', 'finding')),
  target_id integer not null,
  coder_id integer not null references coder (id) on delete restrict,
  text text not null check (trim(text) <> ''),
  made_at text not null
) strict;

CREATE INDEX memo_target on memo (target_kind, target_id);

CREATE TABLE original (
  id integer primary key autoincrement,
  sha256 text not null unique check (length(sha256) = 64),
  bytes blob not null
) strict;

CREATE TABLE pinned_code (
  id integer primary key autoincrement,
  coder_id integer not null references coder (id) on delete restrict,
  code_id integer not null references code (id) on delete restrict,
  position integer not null,
  unique (coder_id, code_id)
) strict;

CREATE INDEX pinned_code_code on pinned_code (code_id);

CREATE TABLE project (
  id integer primary key autoincrement,
  guid text not null unique,
  slug text not null unique check (slug <> ''),
  name text not null check (trim(name) <> ''),
  language text not null check (language in ('sv', 'nb', 'nn', 'en')),
  research_question text not null default '',
  made_at text not null
) strict;

CREATE TABLE pseudonym (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  case_guid text,
  name text not null default '' check ((name = '') = (case_guid is not null)),
  replacement text check (replacement is null or trim(replacement) <> ''),
  unique (project_id, case_guid)
) strict;

CREATE UNIQUE INDEX pseudonym_name on pseudonym (project_id, name) where name <> '';

CREATE TABLE publication_edit (
  id integer primary key autoincrement,
  project_id integer not null references project (id) on delete restrict,
  quotation_guid text not null unique,
  words_sha256 text not null check (length(words_sha256) = 64),
  edits text not null check (json_valid(edits) and json_array_length(edits) > 0)
) strict;

CREATE INDEX publication_edit_project on publication_edit (project_id);

CREATE TABLE question (
  id integer primary key autoincrement,
  guid text not null unique,
  section_id integer not null references guide_section (id) on delete restrict,
  number integer not null check (number > 0),
  text text not null check (trim(text) <> ''),
  unique (section_id, number)
) strict;

CREATE TABLE question_theme (
  id integer primary key autoincrement,
  question_id integer not null references question (id) on delete restrict,
  code_id integer not null references code (id) on delete restrict,
  unique (question_id, code_id)
) strict;

CREATE INDEX question_theme_code on question_theme (code_id);

CREATE TABLE quotation (
  id integer primary key autoincrement,
  guid text not null unique,
  source_id integer not null references source (id) on delete restrict,
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  unique (source_id, start_offset, end_offset)
) strict;

CREATE TABLE saved_search (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  name text not null check (name <> ''),
  query text not null check (query <> ''),
  made_at text not null
) strict;

CREATE INDEX saved_search_project on saved_search (project_id);

CREATE TABLE seen (
  id integer primary key autoincrement,
  project_id integer not null references project (id) on delete restrict,
  coder_id integer not null references coder (id) on delete restrict,
  act_id integer not null,
  unique (project_id, coder_id)
) strict;

CREATE TABLE session (
  id integer primary key autoincrement,
  account_id integer not null references account (id) on delete cascade,
  token_sha256 text not null unique check (length(token_sha256) = 64),
  browser text not null,
  made_at text not null,
  seen_at text not null
) strict;

CREATE INDEX session_account on session (account_id);

CREATE TABLE setting (
  id integer primary key autoincrement,
  name text not null unique,
  value text not null
) strict;

CREATE TABLE sign_off (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  target_kind text not null check (target_kind in ('code', 'source')),
  target_id integer not null,
  coder_id integer not null references coder (id) on delete restrict,
  state_sha256 text not null check (length(state_sha256) = 64),
  act_id integer not null,
  made_at text not null,
  unique (project_id, target_kind, target_id)
) strict;

CREATE TABLE source (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  title text not null check (trim(title) <> ''),
  kind text not null check (kind in ('interview', 'focus group', 'workshop', 'observation', 'survey', 'report', 'other')),
  language text not null check (language in ('sv', 'nb', 'nn', 'en')),
  status text not null default 'not started' check (status in ('not started', 'in work', 'done')),
  position integer not null,
  version_id integer not null references source_version (id) on delete restrict,
  original_id integer references original (id) on delete restrict,
  original_name text,
  made_at text not null
  , guide_id integer references guide (id) on delete restrict) strict;

CREATE INDEX source_project on source (project_id, position);

CREATE TABLE source_case (
  id integer primary key autoincrement,
  source_id integer not null references source (id) on delete restrict,
  case_id integer not null references study_case (id) on delete restrict,
  unique (source_id, case_id)
) strict;

CREATE INDEX source_case_case on source_case (case_id);

CREATE TABLE source_done (
  id integer primary key autoincrement,
  source_id integer not null references source (id) on delete restrict,
  coder_id integer not null references coder (id) on delete restrict,
  unique (source_id, coder_id)
) strict;

CREATE TABLE source_span (
  id integer primary key autoincrement,
  source_id integer not null references source (id) on delete restrict,
  kind text not null check (kind in ('turn', 'label', 'timestamp', 'question', 'preamble')),
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  speaker_id integer references speaker (id) on delete restrict, question_id integer references question (id) on delete restrict, made_by text not null default 'import' check (made_by in ('person', 'rule', 'import')),
  check (kind <> 'turn' or speaker_id is not null)
) strict;

CREATE INDEX source_span_question on source_span (question_id);

CREATE INDEX source_span_source on source_span (source_id, start_offset);

CREATE INDEX source_span_speaker on source_span (speaker_id);

CREATE TABLE source_version (
  id integer primary key autoincrement,
  source_guid text not null,
  number integer not null check (number > 0),
  length integer not null check (length >= 0),
  word_count integer not null check (word_count >= 0),
  paragraph_count integer not null check (paragraph_count >= 0),
  act_id integer not null references act (id) on delete restrict,
  text text not null,
  unique (source_guid, number)
) strict;

CREATE TABLE speaker (
  id integer primary key autoincrement,
  source_id integer not null references source (id) on delete restrict,
  label text not null,
  role text not null check (role in ('interviewer', 'informant', 'other')),
  case_id integer references study_case (id) on delete restrict,
  unique (source_id, label)
) strict;

CREATE INDEX speaker_case on speaker (case_id);

CREATE TABLE study_case (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  name text not null check (trim(name) <> ''),
  kind text not null default '',
  position integer not null,
  unique (project_id, name)
) strict;

CREATE TABLE synonym_group (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  words text not null check (json_valid(words) and json_array_length(words) > 1)
) strict;

CREATE INDEX synonym_group_project on synonym_group (project_id);

CREATE TABLE synthesis (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  code_id integer references code (id) on delete restrict,
  question_id integer references question (id) on delete restrict,
  attribute_id integer references attribute (id) on delete restrict,
  group_label text not null default '',
  text text not null,
  written_by integer not null references coder (id) on delete restrict,
  written_at text not null,
  check ((code_id is null) <> (question_id is null)),
  check (attribute_id is not null or group_label = '')
) strict;

CREATE INDEX synthesis_attribute on synthesis (attribute_id);

CREATE INDEX synthesis_code on synthesis (code_id);

CREATE UNIQUE INDEX synthesis_place on synthesis (
  project_id, coalesce(code_id, 0), coalesce(question_id, 0), coalesce(attribute_id, 0), group_label
);

CREATE INDEX synthesis_question on synthesis (question_id);

CREATE TABLE thread (
  id integer primary key autoincrement,
  guid text not null unique,
  project_id integer not null references project (id) on delete restrict,
  target_kind text not null check (target_kind in ('coding', 'code', 'memo', 'finding', 'source')),
  target_id integer not null,
  resolved_by integer references coder (id) on delete restrict,
  resolved_at text,
  check ((resolved_by is null) = (resolved_at is null))
) strict;

CREATE INDEX thread_target on thread (project_id, target_kind, target_id);

CREATE TABLE version_change (
  version_id integer primary key references source_version (id) on delete restrict,
  from_id integer not null references source_version (id) on delete restrict,
  changes text not null check (json_valid(changes)),
  check (from_id < version_id)
) strict;
