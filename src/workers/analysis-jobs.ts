import type { Kysely } from 'kysely'
import { type AgreementWish, readAgreement } from '../services/agreement.ts'
import { type ChartWish, readChart } from '../services/charts.ts'
import { readCoOccurrence, type TogetherWish } from '../services/co-occurrence.ts'
import { type ComparisonWish, readComparison } from '../services/comparison.ts'
import { readCoverage } from '../services/coverage.ts'
import { type PassagesWish, readPassagesTogether } from '../services/passages-together.ts'
import { type ContrastWish, readContrast } from '../services/read-contrast.ts'
import { findLikelyNames } from '../services/read-pseudonyms.ts'
import { readSaturation, type SaturationWish } from '../services/saturation.ts'
import type { Schema } from '../storage/schema.ts'
import { type InterfaceLanguage, sayIn } from '../texts/catalogue.ts'

type Thread = { db: Kysely<Schema> }

/** Analyses of large projects. */
export const analysisJobs = {
  'co-occurrence': async (wish: TogetherWish, { db }: Thread) => readCoOccurrence(db, wish),
  'passages-together': async (wish: PassagesWish, { db }: Thread) => readPassagesTogether(db, wish),
  saturation: async (wish: SaturationWish, { db }: Thread) => readSaturation(db, wish),
  'likely-names': async ({ projectId }: { projectId: number }, { db }: Thread) => findLikelyNames(db, projectId),
  coverage: async (wish: { projectId: number; filter: string }, { db }: Thread) => readCoverage(db, wish),
  chart: async ({ language, ...wish }: ChartWish & { language: InterfaceLanguage }, { db }: Thread) => readChart(db, wish, sayIn(language)),
  contrast: async (wish: ContrastWish, { db }: Thread) => readContrast(db, wish),
  agreement: async (wish: AgreementWish, { db }: Thread) => readAgreement(db, wish),
  comparison: async (wish: ComparisonWish, { db }: Thread) => readComparison(db, wish),
}
