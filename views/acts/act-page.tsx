import { isTextKey, type Say } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'
import { ActSentence, type SentenceAct, type SentenceNames } from './act-sentence.tsx'

type Row = Record<string, unknown> | null
type Changed = {
  table: string
  rowId: number
  before: Row
  after: Row
  beforeWords: string | null
  afterWords: string | null
  /** What ids point at, by column and id. */
  names: ReadonlyMap<string, string>
}
type Props = {
  act: SentenceAct & { id: number; at: string }
  names: SentenceNames
  changes: readonly Changed[]
  total: number
  slug: string | undefined
}
/** What says nothing to a reader: names that machines give, and places that are shown as words. */
const HIDDEN = new Set(['id', 'guid', 'project_id', 'wish'])
const PLACES = new Set(['start_offset', 'end_offset', 'quotation_id'])

/** One act of the history: every row it touched, before and after. */
export function ActPage({ act, names, changes, total, slug }: Props) {
  const { say, when } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('history.act-title', { id: `${act.id}` })}</h1>
        <p class="lead">
          <ActSentence act={act} names={names} slug={slug} />
          {`, ${when(act.at)}.`}
        </p>
        <p>
          <a href={`${slug ? `/projects/${slug}` : ''}/history`}>{say('history.back')}</a>
        </p>
      </div>
      <p class="quiet">{total > changes.length ? say('history.changes-shown', { total, n: changes.length }) : say('history.changes', { n: total })}</p>
      {slug && <RestoreForm to={`/projects/${slug}/history/${act.id}/restoration`} what="project" />}
      {changes.map((change) => (
        <ChangedRow {...change} restoreTo={slug && `/projects/${slug}/history/${act.id}/restoration`} />
      ))}
    </>
  )
}

function ChangedRow({ table, rowId, before, after, beforeWords, afterWords, names, restoreTo }: Changed & { restoreTo: string | undefined }) {
  const { say, coderName, when } = useReader()
  const what = say(before === null ? 'history.created' : after === null ? 'history.removed' : 'history.changed')
  const isEmpty = (value: unknown) => value === null || value === undefined || value === ''
  const differs = (name: string) => (before && after ? before[name] !== after[name] : !isEmpty((after ?? before)![name]))
  const worded = beforeWords !== null || afterWords !== null
  const fields = Object.keys(after ?? before ?? {}).filter((name) => !HIDDEN.has(name) && !(worded && PLACES.has(name)) && differs(name))
  const shown = (name: string, value: unknown) => {
    const known = names.get(`${name} ${value}`)
    if (known !== undefined) return name === 'coder_id' ? coderName(known) : known
    if (name.endsWith('_at') && typeof value === 'string') return when(value)
    if (name === 'target_kind') return wordFor(say, `history.table-${value === 'case' ? 'study_case' : value}`, String(value))
    return isEmpty(value) ? '–' : String(value)
  }
  return (
    <section class="section">
      <header>
        <h2>{say('history.row', { table: wordFor(say, `history.table-${table}`, table), id: `${rowId}` })}</h2>
        <span class="quiet">{what}</span>
        {restoreTo && after !== null && isRestorable(table, before, after) && <RestoreForm to={restoreTo} what={table} id={rowId} />}
      </header>
      <table class="plain-table changed-row">
        <thead>
          <tr>
            <th scope="col">{say('history.field')}</th>
            {before !== null && <th scope="col">{say('history.before')}</th>}
            {after !== null && <th scope="col">{say('history.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {worded && (beforeWords !== afterWords || fields.length === 0) && (
            <tr>
              <th scope="row">{say('history.words')}</th>
              {before !== null && <Words words={beforeWords} />}
              {after !== null && <Words words={afterWords} />}
            </tr>
          )}
          {fields.map((name) => (
            <tr>
              <th scope="row">{wordFor(say, `history.field-${name}`, name)}</th>
              {before !== null && <td>{shown(name, before[name])}</td>}
              {after !== null && <td>{shown(name, after[name])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Words({ words }: { words: string | null }) {
  return <td>{words === null ? '–' : <q>{words}</q>}</td>
}

/** The word for a table or a field, where the catalogue has one. */
function wordFor(say: Say, key: string, otherwise: string): string {
  return isTextKey(key) ? say(key) : otherwise
}

type Restorable = 'code' | 'coding' | 'source'
/** A text comes back by itself; what else a source's row says does not. */
function isRestorable(table: string, before: Row, after: Row): table is Restorable {
  if (table === 'source') return before === null || before['version_id'] !== after!['version_id']
  return table === 'code' || table === 'coding'
}

/** Let it stand as it did right after this act. */
function RestoreForm({ to, what, id }: { to: string; what: Restorable | 'project'; id?: number }) {
  const { say } = useReader()
  return (
    <form class="row" method="post" action={to}>
      <input type="hidden" name="what" value={what} />
      {id !== undefined && <input type="hidden" name="id" value={`${id}`} />}
      <button class={what === 'project' ? 'button small' : 'link small'} type="submit">
        {say(`restore.do-${what}`)}
      </button>
      {what === 'project' && <span class="quiet small">{say('restore.project-hint')}</span>}
    </form>
  )
}
