import type { EditKind } from './text-edit.ts'

/** What was set right in a text while it was read. */
const repairKinds = [
  'encoding',
  'bom',
  'line-ends',
  'nuls',
  'nfc',
  'lone-surrogates',
  'lists',
  'tables',
  'notes',
  'cues',
  'ragged-rows',
  'merged-cells',
] as const
/** What a file held that a text can't keep. */
const lossKinds = [
  'pictures',
  'comments',
  'deleted-text',
  'hidden-text',
  'headers',
  'front-matter',
  'scripts',
  'navigation',
  'forms',
  'slanted-text',
  'pages-without-text',
  'sheets',
  'formulas',
  'unknown-parts',
] as const
/** What somebody should look at. */
const warningKinds = ['same-file', 'unsure-encoding', 'unsure-language', 'unsure-roles', 'once-label', 'odd-characters', 'unfit-values', 'no-answers'] as const

/** One kind of thing, how many there were, and for some a word that shows it (an encoding, a label, a source's title), or all of the labels. */
export type Note<K extends string = string> = { readonly kind: K; readonly count: number; readonly example?: string; readonly labels?: readonly string[] }
/** `edits`: what is changed in the raw text, each of which can be refused; kinds without are changes of form that lose nothing. */
export type Repair = Note<(typeof repairKinds)[number] | EditKind> & { readonly edits?: readonly ShownEdit[] }
/** An edit with the words around it, before and after, for a person to judge. */
export type ShownEdit = { readonly key: string; readonly before: string; readonly after: string; readonly refused: boolean }
export type Loss = Note<(typeof lossKinds)[number]>
export type Warning = Note<(typeof warningKinds)[number]>
