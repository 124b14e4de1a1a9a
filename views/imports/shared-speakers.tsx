import type { SharedSpeaker } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
import { RoleOptions } from './role-options.tsx'

/** Speakers that stand in several files: a role chosen here holds in all of them. */
export function SharedSpeakers({ shared }: { shared: readonly SharedSpeaker[] }) {
  const { say, number } = useReader()
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
            <th scope="col" class="num">
              {say('import.in-files')}
            </th>
            <th scope="col" class="num">
              {say('import.turns')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shared.map(({ label, files, turns }, at) => (
            <tr>
              <th scope="row">{label}</th>
              <td>
                <select name={`all.${at}`} aria-label={say('import.role-of-all', { label })}>
                  <option value="">{say('import.shared-as-found')}</option>
                  <RoleOptions chosen={null} />
                </select>
              </td>
              <td class="num" data-label={say('import.in-files')}>
                {number(files)}
              </td>
              <td class="num" data-label={say('import.turns')}>
                {number(turns)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
