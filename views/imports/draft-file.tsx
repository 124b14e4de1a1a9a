import type { PreviewFile } from '../../src/domain/import-draft.ts'
import { sourceKinds, sourceLanguages } from '../../src/domain/source.ts'
import { useReader } from '../layout/reader.ts'
import { DraftNotes } from './draft-notes.tsx'
import { RoleOptions } from './role-options.tsx'

type ReadFile = Extract<PreviewFile, { refusal: null }>

/** One file of a draft: what was understood, each guess in a field. */
export function DraftFileSection({ path, file }: { path: string; file: ReadFile }) {
  const { say } = useReader()
  const { n, name, summary, twin } = file
  const { words, paragraphs, characters } = summary
  return (
    <section class="section draft-file" id={`file-${n}`} aria-labelledby={`name-${n}`}>
      <header>
        <h2 id={`name-${n}`}>{name}</h2>
        <span class="quiet">{say('import.size', { words, paragraphs, characters })}</span>
        <a class="push small" href={`${path}/files/${n}`} aria-label={`${say('import.read-text')}: ${name}`}>
          {say('import.read-text')}
        </a>
      </header>
      <div class="draft-fields">
        <label class="check">
          <input type="checkbox" name={`keep.${n}`} value="yes" checked={!twin} aria-label={say('import.keep', { name })} />
          <span>{say('import.keep-short')}</span>
        </label>
        <Fields n={n} summary={summary} />
      </div>
      <Speakers file={file} />
      <DraftNotes summary={summary} twin={twin} />
    </section>
  )
}

function Fields({ n, summary }: Pick<ReadFile, 'n' | 'summary'>) {
  const { say } = useReader()
  return (
    <>
      <div class="field">
        <label for={`case-${n}`}>{say('import.case')}</label>
        <input id={`case-${n}`} name={`case.${n}`} value={summary.caseName ?? ''} maxlength={200} autocomplete="off" title={say('import.case-hint')} />
      </div>
      <div class="field">
        <label for={`language-${n}`}>{say('import.language')}</label>
        <select id={`language-${n}`} name={`language.${n}`}>
          {sourceLanguages.map((language) => (
            <option value={language} selected={language === summary.language}>
              {say(`import.language.${language}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`kind-${n}`}>{say('import.kind')}</label>
        <select id={`kind-${n}`} name={`kind.${n}`}>
          {sourceKinds.map((kind) => (
            <option value={kind} selected={kind === summary.kind}>
              {say(`import.kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

function Speakers({ file: { n, name, summary } }: { file: ReadFile }) {
  const { say, number } = useReader()
  if (summary.speakers.length === 0) return <p class="quiet small">{say('import.no-speakers', { how: say('import.how') })}</p>
  return (
    <table class="repairs speakers">
      <thead>
        <tr>
          <th scope="col">{say('import.speaker-in-file')}</th>
          <th scope="col">{say('import.role')}</th>
          <th scope="col" class="num">
            {say('import.turns')}
          </th>
        </tr>
      </thead>
      <tbody>
        {summary.speakers.map(({ label, role, turns }, at) => (
          <tr>
            <th scope="row">{label}</th>
            <td>
              <select name={`role.${n}.${at}`} aria-label={say('import.role-of', { label, name })}>
                <RoleOptions chosen={role} />
              </select>
            </td>
            <td class="num" data-label={say('import.turns')}>
              {number(turns)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
