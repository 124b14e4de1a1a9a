import { type AttributeType, attributeTypes, type Nearly } from '../../src/domain/attribute.ts'
import type { Loss } from '../../src/domain/read-notes.ts'
import { useReader } from '../layout/reader.ts'

type WrittenNumbers = { read: readonly number[]; mayBe: { written: string; thousands: number; decimals: number } | undefined; undecided: boolean }
type Column = {
  name: string
  type: AttributeType
  known: boolean
  filled: number
  unfit: number
  examples: readonly string[]
  nearly: Nearly | undefined
  numbers: WrittenNumbers | undefined
}
type Preview = {
  table: { kindColumn?: string | undefined; cases: readonly unknown[] }
  losses: readonly Loss[]
  columns: readonly Column[]
  fresh: readonly string[]
  known: number
}

/** New cases that are named, so that one that is spelled otherwise than in the project is seen. */
const MOST_NAMES = 12

/** What a file of cases holds, before anything of it is kept: its columns with their types, to be chosen. The table itself goes along in the form. */
export function CasesPreview({ of, base }: { of: Preview; base: string }) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('cases.preview-title')}</h1>
        <p class="lead">{say('cases.preview-lead', { fresh: of.fresh.length, known: of.known })}</p>
        {of.known > 0 && of.fresh.length > 0 && (
          <p>{say(of.fresh.length > MOST_NAMES ? 'cases.preview-new-first' : 'cases.preview-new', { names: of.fresh.slice(0, MOST_NAMES).join(', ') })}</p>
        )}
        {of.table.kindColumn !== undefined && <p>{say('cases.preview-kind', { name: of.table.kindColumn })}</p>}
        {of.losses.map(({ kind, count, example = '' }) => (
          <p class="needs-you">{say(`import.loss.${kind}`, { count, example })}</p>
        ))}
      </div>
      <form class="section stack" method="post" action={`${base}/cases/confirmation`} enctype="multipart/form-data">
        <input type="hidden" name="table" value={JSON.stringify(of.table)} />
        {of.columns.length === 0 ? <p class="quiet">{say('cases.preview-none')}</p> : <Columns columns={of.columns} />}
        <p class="row">
          <button class="button first" type="submit">
            {say('cases.preview-confirm', { n: of.table.cases.length })}
          </button>
          <a href={`${base}/cases`}>{say('cases.preview-cancel')}</a>
        </p>
      </form>
    </>
  )
}

function Columns({ columns }: { columns: readonly Column[] }) {
  const { say, number } = useReader()
  return (
    <div class="over">
      <table class="plain-table">
        <caption class="vh">{say('cases.preview-columns')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('cases.attribute')}</th>
            <th scope="col">{say('cases.type')}</th>
            <th scope="col">{say('cases.preview-filled')}</th>
            <th scope="col">{say('cases.preview-examples')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <tr>
              <th scope="row">{column.name}</th>
              <td>
                <Type column={column} at={at} />
              </td>
              <td>{number(column.filled)}</td>
              <td class="quiet">{column.examples.map((one) => (one.length > 60 ? `${one.slice(0, 59).trim()}…` : one)).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Type({ column, at }: { column: Column; at: number }) {
  const { say } = useReader()
  if (column.known)
    return (
      <>
        {say('cases.preview-known', { type: say(`cases.type-${column.type}`) })}
        {column.unfit > 0 && <span class="needs-you">{` ${say('cases.preview-unfit', { n: column.unfit })}`}</span>}
        {column.numbers && <NumbersNote of={column.numbers} known />}
      </>
    )
  const either = column.numbers?.mayBe
  return (
    <>
      <select name={`type.${at}`} aria-label={say('cases.preview-type', { name: column.name })}>
        {attributeTypes.map((type) => (
          <option value={type} selected={type === column.type}>
            {type === 'number' && either ? say('cases.type-number-so', { of: either.written, n: either.thousands }) : say(`cases.type-${type}`)}
          </option>
        ))}
        {either && <option value="decimals">{say('cases.type-number-so', { of: either.written, n: either.decimals })}</option>}
      </select>
      {column.numbers && <NumbersNote of={column.numbers} />}
      {column.nearly && <NearlyNote of={column.nearly} filled={column.filled} />}
    </>
  )
}

/** How numbers with a sign between their thousands are read, or that somebody must say. */
function NumbersNote({ of: { read, mayBe, undecided }, known = false }: { of: WrittenNumbers; known?: boolean }) {
  const { say, number } = useReader()
  const numbers = read.map((one) => number(one, `${one}`.split('.')[1]?.length ?? 0)).join(' · ')
  if (!undecided || !mayBe || known) return <span class="small block">{say('cases.preview-read-as', { numbers })}</span>
  return (
    <span class="needs-you small block">{say('cases.preview-undecided', { of: mayBe.written, thousands: mayBe.thousands, decimals: mayBe.decimals })}</span>
  )
}

/** Which values keep a column from being a date or a number, and how those are written. */
function NearlyNote({ of: { type, odd, fit }, filled }: { of: Nearly; filled: number }) {
  const { say } = useReader()
  return <span class="needs-you small block">{say(`cases.preview-nearly-${type}`, { fit, filled, odd: odd.join(', ') })}</span>
}
