import { fitToKnownCase } from '../domain/case-name.ts'
import { type ImportDraft, type Preview, type PreviewFile, sharedSpeakers, type Verdict } from '../domain/import-draft.ts'
import { listCaseNames, titlesBySha } from '../storage/import-places.ts'
import type { House } from '../storage/open.ts'

/** What was understood of each file, its case bent to the project's, and files that are there already. */
export async function previewDraft(house: House, draft: ImportDraft, verdicts: readonly Verdict[]): Promise<Preview> {
  const known = (await listCaseNames(house.read, draft.projectId)).map((one) => one.name)
  const seen = await titlesBySha(house.read, draft.projectId)
  const files = draft.files.map(({ name, sha256 }, n): PreviewFile => {
    const { summary, refusal } = verdicts[n]!
    if (!summary) return { n, name, summary, refusal, twin: null }
    const twin = seen.get(sha256) ?? null
    if (!twin) seen.set(sha256, name)
    return { n, name, twin, refusal: null, summary: { ...summary, caseName: summary.caseName && fitToKnownCase(summary.caseName, known) } }
  })
  return { id: draft.id, files, shared: sharedSpeakers(verdicts) }
}
