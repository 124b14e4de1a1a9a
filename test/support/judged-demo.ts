import { join } from 'node:path'
import type { FindingState } from '../../src/domain/finding.ts'
import { createDemo, DEMO } from '../../src/services/create-demo.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { ensureFinding } from '../../src/storage/findings.ts'
import { perform } from '../../src/storage/ledger.ts'
import { type House, openHouse } from '../../src/storage/open.ts'

const turns: readonly FindingState[] = ['yes', 'yes', 'yes', 'no', 'yes', 'partly']

/** The demo study in a folder, with what its quoted cases say of each theme judged: of every six, four yes, one no and one in part. */
export async function writeJudgedDemo(folder: string): Promise<void> {
  const house = await openHouse(join(folder, 'utsaga.sqlite'))
  await createDemo(house)
  await judgeAll(house, DEMO)
  await house.close()
}

/** Judge every case that has a quotation of a theme. */
export async function judgeAll(house: House, slug: string): Promise<void> {
  const { id: projectId } = await house.read.selectFrom('project').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const { themes } = await readFrequencies(house.read, { projectId, filter: '', split: '' })
  await perform(house.write, { projectId, actorId: 1, kind: 'write-memo' }, async (ledger) => {
    for (const [row, { code, whole }] of themes.entries())
      for (const [at, { caseId }] of whole.units.filter(({ quoted }) => quoted).entries()) {
        const id = await ensureFinding(ledger, { caseId, codeId: code.id, questionId: null })
        await ledger.update('finding', id, { state: turns[(at + row) % turns.length]! })
      }
  })
}
