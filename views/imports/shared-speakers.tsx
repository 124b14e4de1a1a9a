import type { SharedSpeaker } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
import { RoleOptions } from './role-options.tsx'

/** Speakers that stand in several files: a role or a name chosen here holds in all of them. */
export function SharedSpeakers({ shared }: { shared: readonly SharedSpeaker[] }) {
  const { say } = useReader()
  if (shared.length === 0) return null
  return (
    <section class="section">
      <header>
        <h2>{say('import.shared-title')}</h2>
        <span class="quiet">{say('import.shared-hint')}</span>
      </header>
      <table class="repairs speakers">
        <thead>
          <tr>
            <th scope="col">{say('import.speaker-in-file')}</th>
            <th scope="col">{say('import.role')}</th>
            <th scope="col">{say('import.shown-as')}</th>
            <th scope="col" class="num">
              {say('import.in-files')}
            </th>
            <th scope="col" class="num">
              {say('import.turns')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shared.map((one, at) => (
            <Row one={one} at={at} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ one: { label, files, turns }, at }: { one: SharedSpeaker; at: number }) {
  const { say, number } = useReader()
  return (
    <tr>
      <th scope="row">
        {label}
        <input type="hidden" name={`all-label.${at}`} value={label} />
      </th>
      <td>
        <select name={`all.${at}`} aria-label={say('import.role-of-all', { label })}>
          <option value="">{say('import.shared-as-found')}</option>
          <RoleOptions chosen={null} />
        </select>
      </td>
      <td>
        <input name={`all-name.${at}`} value="" placeholder={label} maxlength={200} autocomplete="off" aria-label={say('import.shown-as-of-all', { label })} />
      </td>
      <td class="num" data-label={say('import.in-files')}>
        {number(files)}
      </td>
      <td class="num" data-label={say('import.turns')}>
        {number(turns)}
      </td>
    </tr>
  )
}
