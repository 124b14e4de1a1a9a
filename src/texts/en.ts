import { acts } from './en/acts.ts'
import { analyses } from './en/analyses.ts'
import { analysis } from './en/analysis.ts'
import { cases } from './en/cases.ts'
import { cloud } from './en/cloud.ts'
import { codebook } from './en/codebook.ts'
import { common } from './en/common.ts'
import { guides } from './en/guides.ts'
import { importDraft } from './en/import-draft.ts'
import { imports } from './en/imports.ts'
import { memos } from './en/memos.ts'
import { projects } from './en/projects.ts'
import { refusals } from './en/refusals.ts'
import { search } from './en/search.ts'
import { settings } from './en/settings.ts'
import { sources } from './en/sources.ts'
import { speakers } from './en/speakers.ts'
import { textChanges } from './en/text-changes.ts'
import { words } from './en/words.ts'

/** Every sentence of the interface, one file an area. */
export const en = {
  ...acts,
  ...analyses,
  ...analysis,
  ...cases,
  ...cloud,
  ...codebook,
  ...common,
  ...guides,
  ...importDraft,
  ...imports,
  ...memos,
  ...projects,
  ...refusals,
  ...search,
  ...settings,
  ...sources,
  ...speakers,
  ...textChanges,
  ...words,
}
