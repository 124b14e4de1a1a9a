import type { ReadableFile } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'

/** How a file is read, where it should be otherwise than guessed, and the button that reads it again. */
export function HowRead({ path, file }: { path: string; file: ReadableFile }) {
  const { say } = useReader()
  const { n, name, summary, reading } = file
  const { encoding, split, table } = reading.options
  const unsure = summary.warnings.some((warning) => warning.kind === 'unsure-encoding')
  const chosen = encoding !== null || split !== 'auto' || table !== null
  return (
    <div class="how-read">
      <details open={unsure || chosen || summary.count > 1}>
        <summary>{say('import.otherwise')}</summary>
        <div class="how-fields">
          {summary.kind === 'text' ? <Split file={file} /> : <Sheet file={file} />}
          {summary.encodings.length > 0 && (
            <details class="encodings" open={unsure || encoding !== null}>
              <summary>{say('import.encoding')}</summary>
              <Encoding file={file} />
            </details>
          )}
        </div>
      </details>
      <button
        class="button"
        type="submit"
        formaction={`${path}/files/${n}/reading`}
        hx-post={`${path}/files/${n}/reading`}
        hx-target={`#file-${n}`}
        hx-swap="outerMorph"
        id={`again-${n}`}
        aria-label={`${say('import.read-again')}: ${name}`}
      >
        {say('import.read-again')}
      </button>
    </div>
  )
}

function Encoding({ file: { n, summary, reading } }: { file: ReadableFile }) {
  const { say } = useReader()
  const { encoding } = reading.options
  const others = summary.encodings.filter((one) => one.encoding !== encoding)
  const chosen = summary.encodings.find((one) => one.encoding === encoding) ?? (encoding === null ? undefined : { encoding, sample: '' })
  return (
    <fieldset>
      <legend class="vh">{say('import.encoding')}</legend>
      <label class="check">
        <input type="radio" name={`encoding.${n}`} value="" checked={encoding === null} />
        <span>{say('import.as-guessed')}</span>
      </label>
      {[...(chosen ? [chosen] : []), ...others].map((one) => (
        <label class="check">
          <input type="radio" name={`encoding.${n}`} value={one.encoding} checked={one.encoding === encoding} />
          <span>
            {one.encoding} <span class="change">{one.sample}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Split({ file: { n, reading } }: { file: ReadableFile }) {
  const { say } = useReader()
  const { split } = reading.options
  const how = typeof split === 'object' ? 'pattern' : split
  const pattern = typeof split === 'object' ? split.pattern : ''
  return (
    <fieldset>
      <legend>{say('import.split')}</legend>
      {(['auto', 'none', 'pattern'] as const).map((one) => (
        <label class="check">
          <input type="radio" name={`split.${n}`} value={one} checked={one === how} />
          <span>{say(`import.split.${one}`)}</span>
        </label>
      ))}
      <input
        name={`pattern.${n}`}
        value={pattern}
        maxlength={400}
        placeholder={say('import.pattern-example')}
        aria-label={say('import.pattern')}
        autocomplete="off"
        spellcheck={false}
      />
    </fieldset>
  )
}

function Sheet({ file: { n, reading } }: { file: ReadableFile }) {
  const { say } = useReader()
  return (
    <fieldset>
      <legend>{say('import.table')}</legend>
      {([null, 'rows', 'questions', 'cases'] as const).map((one) => (
        <label class="check">
          <input type="radio" name={`table.${n}`} value={one ?? ''} checked={one === reading.options.table} />
          <span>{one === null ? say('import.as-guessed') : say(`import.table.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
