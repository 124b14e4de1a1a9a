import type { PreviewSource } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
import { Leave } from './leave.tsx'
import { KindOptions, LanguageOptions } from './source-options.tsx'

/** Sources of one file, each a row of fields; an unticked one is left out. `action`: where the form is posted that they stand in, when it is left. */
export function SourceRows({ action, n, sources }: { action: string; n: number; sources: readonly PreviewSource[] }) {
  const { say } = useReader()
  return (
    <table class="repairs parts">
      <thead>
        <tr>
          <th scope="col">{say('import.keep-short')}</th>
          <th scope="col">{say('import.name')}</th>
          <th scope="col">{say('import.case')}</th>
          <th scope="col">{say('import.kind')}</th>
          <th scope="col">{say('import.language')}</th>
          <th scope="col" class="num">
            {say('import.words')}
          </th>
          <th scope="col">
            <span class="vh">{say('import.read-text')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Row action={action} n={n} source={source} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ action, n, source }: { action: string; n: number; source: PreviewSource }) {
  const { say, number } = useReader()
  const { title, nth, keep, caseName, kind, language, words, attributes } = source
  const of = `${n}.${nth}`
  const isCase = source.characters === 0
  return (
    <tr id={`source-${n}-${nth}`}>
      <td>
        <input type="hidden" name={`part.${of}`} value="1" />
        <input
          type="checkbox"
          name={`keep.${of}`}
          value="yes"
          checked={keep}
          data-of={n}
          data-only-case={isCase || undefined}
          aria-label={say('import.keep', { name: title })}
        />
      </td>
      <td data-label={say('import.name')}>
        <input name={`title.${of}`} value={title} maxlength={200} required autocomplete="off" aria-label={say('import.name-of', { name: title })} />
        {attributes && attributes.length > 0 && <span class="quiet small">{attributes.map((one) => `${one.name}: ${one.value}`).join(' · ')}</span>}
      </td>
      <td data-label={say('import.case')}>
        <input name={`case.${of}`} value={caseName ?? ''} maxlength={200} autocomplete="off" aria-label={say('import.case-of', { name: title })} />
      </td>
      <td data-label={say('import.kind')}>
        <select name={`kind.${of}`} aria-label={say('import.kind-of', { name: title })}>
          <KindOptions chosen={kind} />
        </select>
      </td>
      <td data-label={say('import.language')}>
        <select name={`language.${of}`} aria-label={say('import.language-of', { name: title })}>
          <LanguageOptions chosen={language} />
        </select>
      </td>
      <td class="num" data-label={say('import.words')}>
        {number(words)}
      </td>
      <td>
        {isCase ? (
          <span class="quiet small">{say('import.only-case')}</span>
        ) : (
          <Leave action={action} to={`texts/${nth}`} label={`${say('import.read-text')}: ${title}`}>
            {say('import.read-part')}
          </Leave>
        )}
      </td>
    </tr>
  )
}
