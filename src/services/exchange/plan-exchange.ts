import { partOfPath } from '../../domain/code.ts'
import type { ExchangeDraft } from '../../domain/exchange-draft.ts'
import { findProjectByGuid, listSourceHeads } from '../../storage/exchange-places.ts'
import type { House } from '../../storage/open.ts'
import { matchCoders, matchCodes, nameCoders } from './take-exchange-codes.ts'
import { couldBeSame } from './take-exchange-sources.ts'

/** What of a file a project has already, before anything is kept. `projectId` null: a new project. */
export type ExchangePlan = {
  readonly draft: ExchangeDraft
  /** The study itself, where the file holds one that is here already: it can't be made anew. */
  readonly here: { readonly slug: string; readonly name: string } | null
  readonly codes: readonly { readonly path: string; readonly known: boolean }[]
  readonly coders: readonly { readonly name: string; readonly known: boolean }[]
  readonly knownSources: number
  readonly quotations: number
  readonly codings: number
}

export async function planExchange(house: House, draft: ExchangeDraft, projectId: number | null, takerId: number): Promise<ExchangePlan> {
  const { project, sources } = draft
  const matched = await matchCodes(house.read, projectId, project.codes)
  const labels: string[][] = []
  for (const { parent, label } of project.codes) labels.push(parent === null ? [label] : [...labels[parent]!, label])
  const named = await nameCoders(house.read, project, takerId)
  const coders = await matchCoders(house.read, named)
  const heads = projectId === null ? [] : await listSourceHeads(house.read, projectId)
  return {
    draft,
    here: (draft.study && (await findProjectByGuid(house.read, draft.study))) || null,
    codes: labels.map((one, at) => ({ path: one.map(partOfPath).join(' > '), known: matched[at] !== undefined })),
    coders: named.map(({ name }, at) => ({ name, known: coders[at] !== undefined })),
    knownSources: sources.filter((one) => couldBeSame(heads, one)).length,
    quotations: sources.reduce((sum, one) => sum + one.selections, 0),
    codings: sources.reduce((sum, one) => sum + one.codings, 0),
  }
}
