import { type Thresholds, thresholdsIn, toThresholds, usualThresholds } from '../domain/quantifier.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findProjectSetting, keepProjectSetting } from '../storage/project-settings.ts'
import type { Db } from '../storage/schema.ts'

const NAME = 'quantifiers'

/** From when the project says "most" and "several"; the usual, until somebody has set it, and where it can't be read. */
export async function readThresholds(db: Db, projectId: number): Promise<Thresholds> {
  const kept = await findProjectSetting(db, projectId, NAME)
  return (kept ? thresholdsIn(kept) : null) ?? usualThresholds
}

/** Set from when the project says "most" and "several". */
export async function setThresholds(house: House, wish: { projectId: number; coderId: number } & Thresholds): Promise<void> {
  const { projectId, coderId, ...rest } = wish
  const { mostShare, severalShare, severalCases } = toThresholds(rest)
  await perform(house.write, { projectId, actorId: coderId, kind: 'set-quantifiers' }, (ledger) =>
    keepProjectSetting(ledger, projectId, NAME, JSON.stringify([mostShare, severalShare, severalCases])),
  )
}
