import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'
import { textOfVersion } from '../storage/source-versions.ts'
import { listVersions } from '../storage/versions.ts'
import { type ChangedText, changeText, type TextWish } from './change-text.ts'
import { diffTexts } from './diff-texts.ts'

/** Let an earlier text of a source hold again, as a new version. What has waited since that text goes back to its place. */
export async function restoreVersion(house: House, wish: TextWish & { number: number }): Promise<ChangedText> {
  return changeText(house, { ...wish, kind: 'restore-version' }, async (source, old, ledger) => {
    const version = (await listVersions(ledger.trx, source.guid)).find(({ number }) => number === wish.number)
    if (!version) throw new Refusal('not-found', 'refusal.no-version')
    const text = await textOfVersion(ledger.trx, { guid: source.guid, versionId: version.id })
    if (text === old) throw new Refusal('conflict', 'refusal.version-holds')
    return { text, changes: diffTexts(old, text), about: { count: wish.number } }
  })
}
