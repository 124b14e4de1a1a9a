import type { ReadableFile } from '../../src/domain/import-draft.ts'
import { labelKey, type SpeakerRow } from '../../src/domain/speaker-rows.ts'
import { useReader } from '../layout/reader.ts'
import { RoleOptions } from './role-options.tsx'

type Props = { file: ReadableFile; files: number }

/** The labels of a file: who each is, what it is called, and whether that holds in all files. */
export function FileSpeakers({ file, files }: Props) {
  const { say } = useReader()
  if (file.summary.kind === 'table') return null
  const speaking = file.rows.filter((row) => row.taken !== 'nobody').length
  const { questions } = file.summary
  if (speaking === 0 && file.rows.length === 0)
    return (
      <p class="quiet small">{questions > 0 ? say('import.no-speakers-questions', { n: questions }) : say('import.no-speakers', { how: say('import.how') })}</p>
    )
  return (
    <table class="repairs speakers">
      <thead>
        <tr>
          <th scope="col">{say('import.speaker-in-file')}</th>
          <th scope="col">{say('import.role')}</th>
          <th scope="col">{say('import.shown-as')}</th>
          <th scope="col" class="num">
            {say('import.turns')}
          </th>
          {files > 1 && <th scope="col">{say('import.everywhere')}</th>}
        </tr>
      </thead>
      <tbody>
        {file.rows.map((row, at) => (
          <Row file={file} row={row} at={at} files={files} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ file: { n, name }, row: { label, name: shown, taken, turns }, at, files }: Props & { row: SpeakerRow; at: number }) {
  const { say, number } = useReader()
  const of = `${n}.${at}`
  return (
    <tr>
      <th scope="row">
        {label}
        <input type="hidden" name={`label.${of}`} value={label} />
      </th>
      <td>
        <select name={`role.${of}`} aria-label={say('import.role-of', { label, name })}>
          <RoleOptions chosen={taken} />
        </select>
      </td>
      <td>
        <input
          name={`name.${of}`}
          value={labelKey(shown) === labelKey(label) ? label : shown}
          maxlength={200}
          autocomplete="off"
          aria-label={say('import.shown-as-of', { label, name })}
        />
      </td>
      <td class="num" data-label={say('import.turns')}>
        {turns === null ? '' : number(turns)}
      </td>
      {files > 1 && (
        <td>
          <label class="check">
            <input type="checkbox" name={`everywhere.${of}`} value="yes" aria-label={say('import.everywhere-of', { label })} />
            <span>{say('import.everywhere-short')}</span>
          </label>
        </td>
      )}
    </tr>
  )
}
