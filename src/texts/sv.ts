import { acts } from './sv/acts.ts'
import { agree } from './sv/agree.ts'
import { analyses } from './sv/analyses.ts'
import { analysis } from './sv/analysis.ts'
import { backups } from './sv/backups.ts'
import { cases } from './sv/cases.ts'
import { changedRows } from './sv/changed-rows.ts'
import { charts } from './sv/charts.ts'
import { cloud } from './sv/cloud.ts'
import { codebook } from './sv/codebook.ts'
import { common } from './sv/common.ts'
import { discussion } from './sv/discussion.ts'
import { exchange } from './sv/exchange.ts'
import { framework } from './sv/framework.ts'
import { guides } from './sv/guides.ts'
import { importDraft } from './sv/import-draft.ts'
import { imports } from './sv/imports.ts'
import { keys } from './sv/keys.ts'
import { memos } from './sv/memos.ts'
import { methods } from './sv/methods.ts'
import { people } from './sv/people.ts'
import { projects } from './sv/projects.ts'
import { publish } from './sv/publish.ts'
import { refusals } from './sv/refusals.ts'
import { search } from './sv/search.ts'
import { sets } from './sv/sets.ts'
import { settings } from './sv/settings.ts'
import { similar } from './sv/similar.ts'
import { sources } from './sv/sources.ts'
import { speakers } from './sv/speakers.ts'
import { supervisor } from './sv/supervisor.ts'
import { textChanges } from './sv/text-changes.ts'
import { together } from './sv/together.ts'
import { words } from './sv/words.ts'

/** Every sentence of the interface, one file an area. */
export const sv = {
  ...acts,
  ...agree,
  ...analyses,
  ...analysis,
  ...backups,
  ...cases,
  ...changedRows,
  ...charts,
  ...cloud,
  ...codebook,
  ...common,
  ...framework,
  ...exchange,
  ...discussion,
  ...guides,
  ...importDraft,
  ...imports,
  ...keys,
  ...memos,
  ...methods,
  ...people,
  ...projects,
  ...publish,
  ...refusals,
  ...search,
  ...sets,
  ...settings,
  ...similar,
  ...sources,
  ...speakers,
  ...supervisor,
  ...textChanges,
  ...together,
  ...words,
} as const
