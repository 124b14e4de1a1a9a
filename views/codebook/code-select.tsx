import { useReader } from '../layout/reader.ts'

type Choice = { readonly id: number; readonly key: string; readonly label: string; readonly path?: string; readonly depth?: number }
type Props = { id?: string; label?: string; codes: readonly Choice[]; chosen?: number | undefined; none?: boolean }

/** A list of codes to choose one from; `none`: none is chosen until somebody does. The island code-select.js finds a code by a part of its label as it is typed; Enter submits. */
export function CodeSelect({ id, label, codes, chosen, none = false }: Props) {
  const { say } = useReader()
  return (
    <span class="code-select">
      <select id={id} name="codeId" aria-label={label} required={none} data-code-select>
        {none && <option value="">{say('picker.choose')}</option>}
        {codes.map(({ id: codeId, key, label: name, path, depth = 0 }) => (
          <option value={String(codeId)} selected={codeId === chosen} data-key={key} data-label={name} data-path={path}>
            {`${'\u2003'.repeat(depth)}${key} ${name}`}
          </option>
        ))}
      </select>
      <output class="typed small" data-none={say('picker.none-of-those')} />
    </span>
  )
}
