import type { CodeChoice } from '../../src/domain/code-choice.ts'
import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'

export type ChosenTheme = { readonly id: number; readonly key: string; readonly label: string }

/** Which codes are counted: all, the themes, or one of them with what is below it. */
export function CodesPick({ label, chosen, themes }: { label: string; chosen: CodeChoice; themes: readonly ChosenTheme[] }) {
  const { say } = useReader()
  const options = [
    { value: 'all', label: say('co.codes-all') },
    { value: 'themes', label: say('co.codes-themes') },
    ...themes.map(({ id, key, label: name }) => ({ value: `${id}`, label: `${key} ${name}` })),
  ]
  return <Select name="codes" label={label} chosen={chosen} options={options} />
}
