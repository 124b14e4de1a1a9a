import { type Code, flatten, treeOf } from '../domain/code.ts'
import type { CodebookRow } from '../domain/codebook.ts'
import { sameName } from '../domain/name.ts'
import { listCodes } from '../storage/codes.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'

/** How many codes of a file are new, how many were told otherwise by it, and how many stand as it says. */
export type Merged = { created: number; changed: number; unchanged: number }

/** Put the codes of a file into the codebook, as one act: a path that is there is given what the file says of it, others are made at the end. */
export async function importCodebook(house: House, wish: { projectId: number; coderId: number; codes: readonly CodebookRow[] }): Promise<Merged> {
  const about = { count: wish.codes.length }
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'import-codebook', about }, (ledger) =>
    mergeCodes(ledger, wish.projectId, wish.codes),
  )
  return result
}

/** Merge codes by path inside an act. Labels match whatever their case; an empty field of the file changes nothing; parents that are missing are made. */
export async function mergeCodes(ledger: Ledger, projectId: number, rows: readonly CodebookRow[]): Promise<Merged> {
  const known = (await listCodes(ledger.trx, projectId)).map(({ id, parentId, label, position }) => ({ id, parentId, label, position }))
  const merged = { created: 0, changed: 0, unchanged: 0 }
  const now = new Date().toISOString()
  for (const row of rows) {
    let parentId: number | null = null
    for (const [level, label] of row.labels.entries()) {
      const here: Known | undefined = known.find((code) => code.parentId === parentId && sameName(code.label, label))
      const isLast = level === row.labels.length - 1
      const told = isLast ? fieldsOf(row, now) : {}
      if (here && isLast) merged[(await ledger.update('code', here.id, told)) ? 'changed' : 'unchanged']++
      parentId = here?.id ?? (await insertLast(ledger, projectId, parentId, label, told, known))
      if (!here) merged.created++
    }
  }
  await retireBelow(ledger, projectId)
  return merged
}

/** What stands below a code out of use is out of use with it. */
async function retireBelow(ledger: Ledger, projectId: number): Promise<void> {
  const codes = flatten(treeOf(await listCodes(ledger.trx, projectId)))
  const retired = new Map<number | null, string>()
  for (const { id, parentId, retiredAt } of codes) {
    const at = retiredAt ?? retired.get(parentId)
    if (at === undefined) continue
    retired.set(id, at)
    if (retiredAt === null) await ledger.update('code', id, { retired_at: at })
  }
}

type Known = Pick<Code, 'id' | 'parentId' | 'label' | 'position'>

async function insertLast(ledger: Ledger, projectId: number, parentId: number | null, label: string, told: object, known: Known[]): Promise<number> {
  const position = known.filter((code) => code.parentId === parentId).reduce((most, code) => Math.max(most, code.position), 0) + 1
  const row = { guid: crypto.randomUUID(), project_id: projectId, parent_id: parentId, label, color: null, position }
  const id = await ledger.insert('code', { ...row, made_at: new Date().toISOString(), retired_at: null, ...told })
  known.push({ id, parentId, label, position })
  return id
}

function fieldsOf(row: CodebookRow, now: string) {
  const { color, definition, whenToUse, whenNot, example, retiredAt } = row
  return {
    ...(color === null ? {} : { color }),
    ...(definition && { definition }),
    ...(whenToUse && { when_to_use: whenToUse }),
    ...(whenNot && { when_not: whenNot }),
    ...(example && { example }),
    ...(retiredAt && { retired_at: retiredAt === 'now' ? now : retiredAt }),
  }
}
