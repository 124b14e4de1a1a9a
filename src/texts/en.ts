import { acts } from './en/acts.ts'
import { agree } from './en/agree.ts'
import { analyses } from './en/analyses.ts'
import { analysis } from './en/analysis.ts'
import { backups } from './en/backups.ts'
import { cases } from './en/cases.ts'
import { changedRows } from './en/changed-rows.ts'
import { charts } from './en/charts.ts'
import { cloud } from './en/cloud.ts'
import { codebook } from './en/codebook.ts'
import { common } from './en/common.ts'
import { discussion } from './en/discussion.ts'
import { exchange } from './en/exchange.ts'
import { framework } from './en/framework.ts'
import { guides } from './en/guides.ts'
import { importDraft } from './en/import-draft.ts'
import { imports } from './en/imports.ts'
import { keys } from './en/keys.ts'
import { memos } from './en/memos.ts'
import { methods } from './en/methods.ts'
import { people } from './en/people.ts'
import { projects } from './en/projects.ts'
import { publish } from './en/publish.ts'
import { refusals } from './en/refusals.ts'
import { search } from './en/search.ts'
import { sets } from './en/sets.ts'
import { settings } from './en/settings.ts'
import { similar } from './en/similar.ts'
import { sources } from './en/sources.ts'
import { speakers } from './en/speakers.ts'
import { supervisor } from './en/supervisor.ts'
import { textChanges } from './en/text-changes.ts'
import { together } from './en/together.ts'
import { words } from './en/words.ts'

/** Every sentence of the interface, one file an area. */
export const en = {
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
}
