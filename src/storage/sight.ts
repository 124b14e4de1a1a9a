import type SQLite from 'better-sqlite3'
import { type ActKind, kindsIn } from '../domain/act.ts'

/**
 * From now on this connection reads as one coder may see: in a project that codes independently, nothing of what others coded in a source that the
 * coder is not done with. Every table that would tell is covered by a view of its own name, so that no query has to know: counts, lists, searches,
 * files and the history are all of what is left. SQLite's own SQL: a temporary view goes before the table that it is named after.
 */
export function limitSight(sqlite: SQLite.Database, coderId: number): void {
  if (!Number.isInteger(coderId)) throw new TypeError('A coder is known by a number.')
  for (const [name, select] of Object.entries(viewsFor(coderId))) sqlite.exec(`create temp view ${name} as ${select}`)
}

/** What may stand before a query so that it reads as one coder may see, on a connection that reads everything: the same rule, for whoever writes. */
export function seenBy(coderId: number): string {
  if (!Number.isInteger(coderId)) throw new TypeError('A coder is known by a number.')
  const { change: _, act: __, ...rows } = viewsFor(coderId)
  return `with ${Object.entries(rows).map(([name, select]) => `${name} as (${select})`)}`
}

/** Tables whose rows are of a coding; a memo, a thread or a comment is where it is on one. */
const ofCodings = `'coding', 'quotation', 'finding_evidence', 'decision', 'carry_review'`
/** Acts that do nothing but code: each says which code somebody put where. */
const codingActs = [
  ...kindsIn('codings').filter((kind) => kind !== 'dismiss-passage'),
  ...(['settle-disagreement', 'settle-review', 'drop-review', 'pick-evidence', 'drop-evidence'] satisfies ActKind[]),
]
  .map((kind) => `'${kind}'`)
  .join(', ')

/** A view uses those before it. */
function viewsFor(me: number): Record<string, string> {
  const tells = `(table_name in (${ofCodings})
    or (table_name in ('memo', 'thread') and json_extract(coalesce(after, before), '$.target_kind') in ('quotation', 'coding'))
    or (table_name = 'comment' and not exists (select 1 from thread t where t.id = json_extract(coalesce(after, before), '$.thread_id'))))`
  const done = `select source_id from main.source_done where coder_id = ${me}`
  const isOpen = (act: string) => `(${act}.project_id is not null and ${act}.project_id not in (select id from apart_project)
    or json_extract(${act}.about, '$.sourceId') in (${done}))`
  const first = (act: string) =>
    `coalesce((select coalesce(uu.kind, u.kind) from main.act u left join main.act uu on uu.id = u.undoes where u.id = ${act}.undoes), ${act}.kind)`
  const of = (column: string) => `json_extract(coalesce(after, before), '$.${column}')`
  // What one did oneself to everybody's codings, such as to merge two codes, tells no more of theirs than before.
  const isMine = `case table_name when 'coding' then ${of('coder_id')} = ${me}
    when 'memo' then ${of('coder_id')} = ${me} or exists (select 1 from memo m where m.id = row_id)
    when 'quotation' then ${first('a')} in (${codingActs}) or exists (select 1 from quotation q where q.id = row_id)
    when 'finding_evidence' then ${first('a')} in (${codingActs}) or exists (select 1 from coding c where c.id = ${of('coding_id')})
    when 'carry_review' then not exists (select 1 from json_each(${of('held')}, '$.codings') one where json_extract(one.value, '$.coder_id') <> ${me})
    else true end`
  const isOwn = `(a.actor_id = ${me} and a.project_id is not null and ${isMine})`
  return {
    apart_project: `select cast(substr(name, 9, length(name) - 20) as integer) as id from main.setting where value = 'yes' and name like 'project % independent'`,
    apart_source: `select id from main.source where project_id in (select id from apart_project)
      and id not in (select source_id from main.source_done where coder_id = ${me})`,
    coding: `select c.* from main.coding c where c.coder_id = ${me}
      or (select q.source_id from main.quotation q where q.id = c.quotation_id) not in (select id from apart_source)`,
    memo: `select m.* from main.memo m where m.coder_id = ${me} or m.target_kind not in ('quotation', 'coding')
      or (m.target_kind = 'coding' and exists (select 1 from coding c where c.id = m.target_id))
      or (m.target_kind = 'quotation' and exists (select 1 from main.quotation q where q.id = m.target_id and
        (q.source_id not in (select id from apart_source) or exists (select 1 from main.coding c where c.quotation_id = q.id and c.coder_id = ${me}))))`,
    quotation: `select q.* from main.quotation q where q.source_id not in (select id from apart_source)
      or exists (select 1 from main.coding c where c.quotation_id = q.id and c.coder_id = ${me})
      or exists (select 1 from main.memo m where m.target_kind = 'quotation' and m.target_id = q.id and m.coder_id = ${me})`,
    source_done: `select d.* from main.source_done d where d.coder_id = ${me} or d.source_id not in (select id from apart_source)`,
    open_quotation: `select q.* from main.quotation q where q.source_id not in (select id from apart_source)`,
    finding_evidence: `select e.* from main.finding_evidence e where exists (select 1 from coding c where c.id = e.coding_id)
      or not exists (select 1 from main.coding c where c.id = e.coding_id)`,
    decision: `select d.* from main.decision d where d.coder_id = ${me} or d.quotation_id in (select id from open_quotation)`,
    carry_review: `select r.id, r.source_id, r.kind, r.version_id, r.start_offset, r.end_offset, r.guess_start, r.guess_end,
      case when r.kind = 'quotation' and r.source_id in (select id from apart_source) then json_object('quotation', json_extract(r.held, '$.quotation'), 'codings',
        (select json_group_array(json(one.value)) from json_each(r.held, '$.codings') one where json_extract(one.value, '$.coder_id') = ${me})) else r.held end as held
      from main.carry_review r where r.kind <> 'quotation' or r.source_id not in (select id from apart_source)
      or exists (select 1 from json_each(r.held, '$.codings') one where json_extract(one.value, '$.coder_id') = ${me})`,
    thread: `select t.* from main.thread t where (t.target_kind = 'coding' and exists (select 1 from coding c where c.id = t.target_id))
      or (t.target_kind = 'memo' and exists (select 1 from memo m where m.id = t.target_id)) or t.target_kind not in ('coding', 'memo')
      or exists (select 1 from main.comment c where c.thread_id = t.id and c.coder_id = ${me})`,
    comment: `select c.* from main.comment c where exists (select 1 from thread t where t.id = c.thread_id)`,
    change: `select ch.* from main.change ch where not ${tells} or exists (select 1 from main.act a where a.id = ch.act_id and (${isOpen('a')} or ${isOwn}))`,
    act: `select a.* from main.act a where a.actor_id = ${me} or ${isOpen('a')} or (
      ${first('a')} not in (${codingActs})
      and (exists (select 1 from change ch where ch.act_id = a.id) or not exists (select 1 from main.change ch where ch.act_id = a.id)))`,
  }
}
