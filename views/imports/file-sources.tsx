import type { PreviewSource, ReadableFile } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
import { Leave } from './leave.tsx'
import { KindOptions, LanguageOptions } from './source-options.tsx'
import { SourceRows } from './source-rows.tsx'

/** Rows of a sheet that the preview shows: enough to see what became of its columns. */
const ROWS = 5
/** Sources of a sheet that are few enough to be set right on the preview itself. */
const FEW = 12

/** The sources in a file: one with its fields, several as a table, a sheet of many by its first rows. */
export function FileSources({ path, file }: { path: string; file: ReadableFile }) {
  const { say } = useReader()
  const { n, name, summary, sources, keep, kept } = file
  if (summary.count === 0) return <p class="quiet">{say('import.no-sources')}</p>
  const sheet = summary.kind === 'table' && summary.count > FEW
  const one = summary.count === 1 ? sources[0] : undefined
  const shown = sheet || one ? [] : sources
  return (
    <>
      <div class={one ? 'draft-fields' : 'draft-fields several'}>
        <label class="check">
          <input
            type="checkbox"
            name={`keep.${n}`}
            value="yes"
            checked={keep}
            data-unlisted={kept.sources - shown.filter((source) => source.keep && source.characters > 0).length}
            data-unlisted-cases={kept.cases - shown.filter((source) => source.keep && source.characters === 0).length}
            aria-label={say('import.keep', { name })}
          />
          <span>{one ? say('import.keep-short') : keepAll(say, summary)}</span>
        </label>
        {one && <Fields n={n} source={one} />}
      </div>
      {one && <Attributes source={one} />}
      {shown.length > 0 && <SourceRows action={`${path}/files/${n}/reading`} n={n} sources={shown} />}
      {sheet && <FirstRows file={file} />}
      {!one && summary.count > shown.length && (
        <p>
          <Leave action={`${path}/files/${n}/reading`} to="sources">
            {say('import.all-sources', { n: summary.count })}
          </Leave>
        </p>
      )}
    </>
  )
}

function keepAll(say: ReturnType<typeof useReader>['say'], { count, onlyCases }: ReadableFile['summary']): string {
  return count === onlyCases ? say('import.keep-all-cases', { n: count }) : say('import.keep-all', { n: count - onlyCases })
}

function Fields({ n, source }: { n: number; source: PreviewSource }) {
  const { say } = useReader()
  const of = `${n}.0`
  return (
    <>
      <div class="field">
        <label for={`title-${of}`}>{say('import.name')}</label>
        <input id={`title-${of}`} name={`title.${of}`} value={source.title} maxlength={200} required autocomplete="off" />
      </div>
      <div class="field">
        <label for={`case-${of}`}>{say('import.case')}</label>
        <input id={`case-${of}`} name={`case.${of}`} value={source.caseName ?? ''} maxlength={200} autocomplete="off" title={say('import.case-hint')} />
      </div>
      <div class="field">
        <label for={`language-${of}`}>{say('import.language')}</label>
        <select id={`language-${of}`} name={`language.${of}`}>
          <LanguageOptions chosen={source.language} />
        </select>
      </div>
      <div class="field">
        <label for={`kind-${of}`}>{say('import.kind')}</label>
        <select id={`kind-${of}`} name={`kind.${of}`}>
          <KindOptions chosen={source.kind} />
        </select>
      </div>
    </>
  )
}

function Attributes({ source: { attributes } }: { source: PreviewSource }) {
  const { say } = useReader()
  if (!attributes || attributes.length === 0) return null
  return <p class="quiet small">{`${say('import.attributes-found')} ${attributes.map(({ name, value }) => `${name}: ${value}`).join(' · ')}`}</p>
}

/** A sheet by its first rows: what each became, with the attributes of its case. */
function FirstRows({ file: { name, summary, sources } }: { file: ReadableFile }) {
  const { say, number } = useReader()
  const attributes = summary.attributes.slice(0, 4)
  return (
    <div class="sheet" role="region" aria-label={say('import.first-rows', { name })} tabindex={0}>
      <table class="repairs rows">
        <thead>
          <tr>
            <th scope="col">{say('import.name')}</th>
            <th scope="col">{say('import.case')}</th>
            {attributes.map((attribute) => (
              <th scope="col">{attribute}</th>
            ))}
            <th scope="col" class="num">
              {say('import.words')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.slice(0, ROWS).map((source) => (
            <tr>
              <th scope="row">{source.title}</th>
              <td>{source.caseName ?? '–'}</td>
              {attributes.map((attribute) => (
                <td>{source.attributes?.find((one) => one.name === attribute)?.value ?? ''}</td>
              ))}
              <td class="num">{number(source.words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
