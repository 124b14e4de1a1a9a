import type { FileSummary } from './file-summary.ts'
import type { FileReading } from './import-draft.ts'
import type { SpeakerFix } from './read-options.ts'
import type { SpeakerRole } from './source.ts'

/** What a label is taken for: somebody in a role, or nobody who speaks. */
export type TakenFor = SpeakerRole | 'nobody'
/** A label of a file as a person may set it right: as it stands there, under what name, in what role. `turns` null: not counted by itself. */
export type SpeakerRow = { readonly label: string; readonly name: string; readonly taken: TakenFor; readonly turns: number | null }

/** Labels that stand once and are offered, at most. */
const OFFERED = 12

/** The labels of a file: those that speak, those that a person set right, and those that stand once and may be speakers. */
export function speakerRowsOf({ speakers, onceLabels }: FileSummary, { options, labels }: FileReading): SpeakerRow[] {
  const fixed = Object.entries(options.speakers).filter(([key]) => labels[key] !== undefined)
  const spoken = speakers.flatMap(({ label, role, turns }): SpeakerRow[] => {
    const from = fixed.filter(([key, fix]) => !fix.nobody && (fix.name ?? labels[key]) === label)
    if (from.length === 0) return [{ label, name: label, taken: role, turns }]
    const itself = from.some(([key]) => key === labelKey(label)) || !labels[labelKey(label)] ? [] : [label]
    return [...itself, ...from.map(([key]) => labels[key]!)].map((one, at) => ({ label: one, name: label, taken: role, turns: at === 0 ? turns : null }))
  })
  const nobody = fixed.filter(([, fix]) => fix.nobody).map(([key]): SpeakerRow => ({ label: labels[key]!, name: labels[key]!, taken: 'nobody', turns: null }))
  const shown = new Set([...spoken, ...nobody].map((row) => labelKey(row.label)))
  const once = onceLabels.filter((label) => !shown.has(labelKey(label))).slice(0, OFFERED)
  return [...spoken, ...nobody, ...once.map((label): SpeakerRow => ({ label, name: label, taken: 'nobody', turns: 1 }))]
}

/** The key of a label among the fixes of a file: capitals make no difference. */
export function labelKey(label: string): string {
  return label.toLowerCase()
}

/** What a person asks of a label in a form, against how it was shown; undefined where nothing was changed. */
export function fixOf(row: SpeakerRow, wish: { name: string; taken: TakenFor }): SpeakerFix | undefined {
  const name = wish.name === '' ? row.label : wish.name
  if (name === row.name && wish.taken === row.taken) return undefined
  if (wish.taken === 'nobody') return { nobody: true }
  return { role: wish.taken, ...(name === row.label ? {} : { name }) }
}
