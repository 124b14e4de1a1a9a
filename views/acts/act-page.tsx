import { isTextKey, type Say } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'
import { ActSentence, type SentenceAct, type SentenceNames } from './act-sentence.tsx'
import { keyOfValue, nameOf, pointer, type Row, toldFields } from './changed-fields.ts'
import { rowAddress } from './row-address.ts'

type Changed = {
  table: string
  rowId: number
  before: Row
  after: Row
  /** It stands still, and can be opened. */
  stands: boolean
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
        <ChangedRow {...change} base={slug && `/projects/${slug}`} restoreTo={slug && `/projects/${slug}/history/${act.id}/restoration`} />
      ))}
    </>
  )
}

function ChangedRow({ restoreTo, base, ...change }: Changed & { restoreTo: string | undefined; base: string | undefined }) {
  const { say } = useReader()
  const { table, rowId, before, after, beforeWords, afterWords, stands } = change
  const address = base === undefined || !stands ? undefined : rowAddress(base, table, rowId, after ?? before)
  const what = say(before === null ? 'history.created' : after === null ? 'history.removed' : 'history.changed')
  const worded = beforeWords !== null || afterWords !== null
  const fields = toldFields(table, before, after, worded)
  const name = nameOf(after ?? before)
  const kind = wordFor(say, `history.table-${table}`, table)
  return (
    <section class="section">
      <header>
        <h2>{name ? say('history.row', { table: kind, name }) : kind}</h2>
        <span class="quiet">{what}</span>
        {address && (
          <a class="small" href={address} aria-label={`${say('history.open')}: ${name ? say('history.row', { table: kind, name }) : kind}`}>
            {say('history.open')}
          </a>
        )}
        {restoreTo && after !== null && isRestorable(table, before, after) && <RestoreForm to={restoreTo} what={table} id={rowId} />}
      </header>
      {(worded || fields.length > 0) && <Fields change={change} fields={fields} worded={worded} />}
    </section>
  )
}

function Fields({ change, fields, worded }: { change: Changed; fields: readonly string[]; worded: boolean }) {
  const { say } = useReader()
  const { before, after, beforeWords, afterWords } = change
  return (
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
            {before !== null && <Value change={change} name={name} row={before} />}
            {after !== null && <Value change={change} name={name} row={after} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a field held: the name of what it points at, a time, a word of the catalogue, or what somebody wrote. */
function Value({ change: { table, names }, name, row }: { change: Changed; name: string; row: NonNullable<Row> }) {
  const { say, coderName, when, percent } = useReader()
  const value = row[name]
  const known = names.get(`${pointer(name, row)} ${value}`)
  if (known !== undefined) return <td>{coders.has(name) ? coderName(known) : known}</td>
  if (value === null || value === undefined || value === '') return <td>–</td>
  if (name.endsWith('_at') && typeof value === 'string') return <td>{when(value)}</td>
  if (name === 'confidence') return <td>{percent(Number(value))}</td>
  if (name.endsWith('_id')) return <td>{say('history.gone')}</td>
  if (table === 'synonym_group') return <td>{(JSON.parse(String(value)) as string[]).join(', ')}</td>
  return <td>{wordFor(say, keyOfValue(table, name, value), String(value))}</td>
}
const coders = new Set(['coder_id', 'written_by', 'resolved_by'])

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
