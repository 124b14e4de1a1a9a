import type { Code, KeyedCode } from '../../src/domain/code.ts'

type Props = { codes: readonly (Pick<KeyedCode, 'id' | 'key' | 'label'> & Partial<Pick<Code, 'retiredAt'>>)[]; chosen?: readonly (number | null | undefined)[] }

/** The codes in use as options of a select, and those out of use that are chosen already. */
export function CodeOptions({ codes, chosen = [] }: Props) {
  return (
    <>
      {codes
        .filter(({ id, retiredAt }) => !retiredAt || chosen.includes(id))
        .map(({ id, key, label }) => (
          <option value={String(id)} selected={chosen.includes(id)}>
            {`${key} ${label}`}
          </option>
        ))}
    </>
  )
}
