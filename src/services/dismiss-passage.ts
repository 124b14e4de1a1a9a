import { listDismissals } from '../storage/dismissals.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { hashOf } from './find-similar.ts'
import { readParagraph } from './read-paragraph.ts'
import { theCode } from './the-code.ts'
import { theSource } from './the-source.ts'

/** Do not show a paragraph for a code again, as long as it reads as it does. */
export async function dismissPassage(
  house: House,
  wish: { projectId: number; coderId: number; codeId: number; sourceId: number; paragraph: number },
): Promise<void> {
  const { projectId, coderId, codeId, sourceId } = wish
  const { words } = await readParagraph(house, { projectId, sourceId, number: wish.paragraph })
  await perform(house.write, { projectId, actorId: coderId, kind: 'dismiss-passage', about: { sourceId, codeId } }, async (ledger) => {
    await theCode(ledger.trx, projectId, codeId)
    await theSource(ledger.trx, projectId, sourceId)
    const row = { code_id: codeId, source_id: sourceId, words_sha256: hashOf(words) }
    const known = await listDismissals(ledger.trx, codeId)
    const there = known.some((one) => one.sourceId === sourceId && one.wordsSha256 === row.words_sha256)
    if (!there) await ledger.insert('dismissal', { ...row, coder_id: coderId })
  })
}
