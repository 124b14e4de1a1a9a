import type { Note, Repair, Warning } from './read-notes.ts'
import type { ReadSpeaker, ReadSummary } from './read-source.ts'

/** Sources of one file, and places of one kind of repair, that the preview itself shows; the rest have pages of their own. */
const SHOWN = 20

/** `places`: how many there are, made or refused; `edits` are the first of them. */
export type RepairSummary = Repair & { readonly places: number }
/** A way to read the bytes of a plain file, and some of its words read so. */
export type EncodingChoice = { readonly encoding: string; readonly sample: string }

/** What a preview tells of a file: of how many sources, the first of them, and all together. `onceLabels` look like speakers and stand once. */
export type FileSummary = {
  readonly kind: 'text' | 'table'
  readonly count: number
  /** Of them those without text, which only make their cases. */
  readonly onlyCases: number
  readonly sources: readonly ReadSummary[]
  readonly words: number
  readonly paragraphs: number
  readonly characters: number
  readonly questions: number
  readonly timestamps: number
  readonly speakers: readonly (ReadSpeaker & { readonly turns: number })[]
  readonly onceLabels: readonly string[]
  readonly attributes: readonly string[]
  readonly repairs: readonly RepairSummary[]
  readonly losses: ReadSummary['losses']
  readonly warnings: readonly Warning[]
  readonly encodings: readonly EncodingChoice[]
}

/** Sum up what a file gave, by its sources' own summaries and everything that was mended in it. Numbers and warnings are those of all its sources together. */
export function summariseFile(kind: FileSummary['kind'], all: readonly ReadSummary[], repairs: readonly Repair[]): FileSummary {
  const sum = (of: 'words' | 'paragraphs' | 'characters' | 'questions' | 'timestamps') => all.reduce((total, one) => total + one[of], 0)
  const attributes = new Set(all.flatMap((one) => one.attributes?.map((attribute) => attribute.name) ?? []))
  const once = all.flatMap((one) => one.warnings.flatMap((warning) => (warning.kind === 'once-label' ? (warning.labels ?? []) : [])))
  return {
    kind,
    count: all.length,
    onlyCases: all.filter((one) => one.characters === 0).length,
    sources: all.slice(0, SHOWN).map((one) => ({ ...one, speakers: one.speakers.slice(0, SHOWN) })),
    words: sum('words'),
    paragraphs: sum('paragraphs'),
    characters: sum('characters'),
    questions: sum('questions'),
    timestamps: sum('timestamps'),
    // Who answers in a sheet are its rows, not labels in a text.
    speakers: kind === 'table' ? [] : speakersOf(all),
    onceLabels: [...new Set(once)],
    attributes: [...attributes],
    repairs: repairs.map((repair) => summariseRepair(repair)),
    losses: together(all.flatMap((one) => one.losses)),
    warnings: together(all.flatMap((one) => one.warnings)),
    encodings: [],
  }
}

function summariseRepair(repair: Repair): RepairSummary {
  if (!repair.edits) return { ...repair, places: repair.count }
  return { ...repair, places: repair.edits.length, edits: repair.edits.slice(0, SHOWN) }
}

function speakersOf(sources: readonly ReadSummary[]): FileSummary['speakers'] {
  const speakers = new Map<string, ReadSpeaker & { turns: number }>()
  for (const { label, role, turns } of sources.flatMap((one) => one.speakers)) {
    const known = speakers.get(label)
    speakers.set(label, known ? { ...known, turns: known.turns + turns } : { label, role, turns })
  }
  return [...speakers.values()]
}

function together<N extends Note>(notes: readonly N[]): N[] {
  const kinds = new Map<string, N>()
  for (const note of notes) {
    const key = `${note.kind} ${note.kind === 'once-label' ? '' : (note.example ?? '')}`
    const known = kinds.get(key)
    kinds.set(key, known ? { ...known, count: known.count + note.count } : note)
  }
  return [...kinds.values()]
}
