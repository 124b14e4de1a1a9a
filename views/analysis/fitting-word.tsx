import { isAllOfAsked, quantifierOf, quantifierWords, type Said, type Thresholds } from '../../src/domain/quantifier.ts'
import { useReader } from '../layout/reader.ts'

export type ReportLanguage = keyof typeof quantifierWords

/** The word that a report may use for a count, in the report's language; and why it is not "all" where each one asked said so. */
export function FittingWord({ language, thresholds, ...count }: Said & { language: ReportLanguage; thresholds: Thresholds }) {
  const { say } = useReader()
  const fits = quantifierOf(count, thresholds)
  if (!fits) return null
  return (
    <span class="fits">
      <span lang={language}>{say('quantifiers.fits', { word: quantifierWords[language][fits] })}</span>
      {isAllOfAsked(count) && <span class="small quiet">{say('quantifiers.not-all', { word: quantifierWords[language].all, n: count.others })}</span>}
    </span>
  )
}
