import type { RepairSummary } from '../../src/domain/file-summary.ts'
import type { ReadableFile } from '../../src/domain/import-draft.ts'
import type { ShownEdit } from '../../src/domain/read-notes.ts'
import { useReader } from '../layout/reader.ts'
import { Change } from './change.tsx'
import { Leave } from './leave.tsx'

/** Files of a draft up to which the preview shows the first places of each repair; with more it would be too long to read. */
const MANY_FILES = 20

type Props = { path: string; file: ReadableFile; files: number }

/** What was mended in a file and may be left as it was: each kind, an example, and its places. */
export function RepairTable({ path, file, files }: Props) {
  const { say } = useReader()
  const repairs = file.summary.repairs.filter((repair) => repair.edits && repair.places > 0)
  if (repairs.length === 0) return null
  const refused = new Set(file.reading.options.refused)
  const most = files > MANY_FILES ? 3 : Number.POSITIVE_INFINITY
  const shownOf = (repair: RepairSummary) => (refused.has(repair.kind) ? [] : repair.edits!.slice(0, most))
  const keys = repairs.flatMap((repair) => [repair.kind, ...shownOf(repair).map((edit) => edit.key)])
  return (
    <>
      <input type="hidden" name={`edits.${file.n}`} value={keys.join(' ')} />
      <table class="repairs mended">
        <thead>
          <tr>
            <th scope="col">{say('import.repaired')}</th>
            <th scope="col">{say('import.for-example')}</th>
            <th scope="col">{say('import.your-choice')}</th>
          </tr>
        </thead>
        <tbody>
          {repairs.map((repair) => (
            <Kind path={path} file={file} repair={repair} shown={shownOf(repair)} refused={refused.has(repair.kind)} />
          ))}
        </tbody>
      </table>
    </>
  )
}

type KindProps = { path: string; file: ReadableFile; repair: RepairSummary; shown: readonly ShownEdit[]; refused: boolean }
function Kind({ path, file: { n, name }, repair, shown, refused }: KindProps) {
  const { say } = useReader()
  const { kind, count, places } = repair
  const said = say(`import.repair.${kind}`, { count, example: repair.example ?? '' })
  return (
    <>
      <tr class={shown.length > 0 ? 'with-places' : undefined}>
        <th scope="row">
          {said}
          {count < places && <span>{say('import.left-alone', { n: places - count })}</span>}
        </th>
        <td>
          <Change edit={repair.edits![0]!} />
        </td>
        <td>
          <label class="check">
            <input type="checkbox" name={`edit.${n}.${kind}`} value="yes" checked={!refused} aria-label={say('import.mend-kind', { said, name })} />
            <span>{say('import.mend')}</span>
          </label>
        </td>
      </tr>
      {shown.length > 0 && (
        <tr class="its-places">
          <td colspan={3}>
            <details>
              <summary>{places > shown.length ? say('import.places-first', { shown: shown.length, n: places }) : say('import.places', { n: places })}</summary>
              <Edits n={n} edits={shown} />
              {places > shown.length && (
                <Leave action={`${path}/files/${n}/reading`} to={`repairs?kind=${kind}`}>
                  {say('import.all-places', { n: places })}
                </Leave>
              )}
            </details>
          </td>
        </tr>
      )}
    </>
  )
}

/** Places of one kind, each with a tick that it is mended. */
export function Edits({ n, edits }: { n: number; edits: readonly ShownEdit[] }) {
  return (
    <ul class="edits">
      {edits.map((edit) => (
        <li>
          <label class="check">
            <input type="checkbox" name={`edit.${n}.${edit.key}`} value="yes" checked={!edit.refused} />
            <Change edit={edit} />
          </label>
        </li>
      ))}
    </ul>
  )
}
