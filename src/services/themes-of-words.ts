import type { CloudWord, WordTheme } from '../domain/cloud-count.ts'
import type { CaseGroup, CloudRequest } from '../domain/cloud-request.ts'
import type { CodeNode } from '../domain/code.ts'
import { countForms } from '../domain/word-count.ts'
import { themeOfWord } from '../domain/word-theme.ts'
import type { Db } from '../storage/schema.ts'
import { stampOf } from '../storage/stamp.ts'
import { type CloudScope, readCloudPart } from './cloud-scope.ts'
import { readCloudTexts } from './cloud-texts.ts'

type ThemeForms = { theme: CodeNode; counts: ReadonlyMap<string, number>; total: number }
type Asked = { projectId: number; scope: CloudScope; request: CloudRequest; group: CaseGroup | null }

/** The words of a cloud, each with the theme whose quotations have most of it beyond what all that is counted has. A cloud of one theme has no others to tell from. */
export async function withThemes(db: Db, asked: Asked, words: readonly CloudWord[], total: number): Promise<CloudWord[]> {
  const themes = asked.request.themeId === null ? await readThemeForms(db, asked) : []
  return words.map((word) => {
    const rates = themes.map(({ counts, total: ofTheme }) => ({ count: word.forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0), total: ofTheme }))
    const at = themeOfWord(rates, { count: word.count, total })
    return { ...word, theme: at === null ? null : asTheme(themes[at]!.theme) }
  })
}

function asTheme({ id, key, tone, label }: CodeNode): WordTheme {
  return { id, key, tone, label }
}

const KEPT = 4
const known = new Map<string, readonly ThemeForms[]>()

/** What is said under each theme, of what the cloud is of; counted once as long as nothing has changed. */
async function readThemeForms(db: Db, { projectId, scope, request, group }: Asked): Promise<readonly ThemeForms[]> {
  const { questionId, caseId, coderId, filter, run } = request
  const key = JSON.stringify([await stampOf(db), projectId, questionId, caseId, coderId, filter, run, group])
  const counted = known.get(key) ?? (await countThemes(db, { projectId, scope, request, group }))
  known.set(key, counted)
  for (const old of known.keys()) if (known.size > KEPT) known.delete(old)
  return counted
}

async function countThemes(db: Db, { projectId, scope, request, group }: Asked): Promise<ThemeForms[]> {
  const themes: ThemeForms[] = []
  for (const theme of scope.tree) {
    const ofTheme = { ...request, themeId: theme.id }
    const { texts } = await readCloudTexts(db, scope, ofTheme, await readCloudPart(db, projectId, scope, ofTheme, group))
    themes.push({ theme, ...countForms(texts, request.run) })
  }
  return themes
}
