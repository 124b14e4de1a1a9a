import { isAllOfAsked, quantifierOf, quantifierWords, type Said, type Thresholds } from '../../src/domain/quantifier.ts'
import { useReader } from '../layout/reader.ts'

export type ReportLanguage = keyof typeof quantifierWords
/** `questions`: numbers of those that were asked, where the base is of them. */
type Props = Said & { questions: readonly number[]; language: ReportLanguage; thresholds: Thresholds }

/** The word that a report may use for a count, in the report's language; and why it is not "all" where each one asked said so. */
export function FittingWord({ language, thresholds, questions, ...count }: Props) {
  const { say, language: read } = useReader()
  const fits = quantifierOf(count, thresholds)
  if (!fits) return null
  const words = quantifierWords[language]
  return (
    <span class="fits">
      {say(language === read ? 'quantifiers.fits' : `quantifiers.fits-${language}`)} <span lang={language}>{words[fits]}</span>
      {isAllOfAsked(count) && <NotAll word={words.all} questions={questions} {...count} />}
    </span>
  )
}

/** What was asked, and of how many. */
function NotAll({ word, questions, asked, others }: Pick<Props, 'questions' | 'asked' | 'others'> & { word: string }) {
  const { say } = useReader()
  const numbers = questions.join(', ')
  return (
    <span class="small quiet">
      {questions.length === 0
        ? say('quantifiers.not-all', { word, n: others })
        : say('quantifiers.not-all-asked', { word, numbers, n: questions.length, asked, cases: asked + others })}
    </span>
  )
}

/** That the words are in the study's language, where the reader reads another. */
export function WordsAreIn({ language }: { language: ReportLanguage }) {
  const { say, language: read } = useReader()
  return language === read ? null : <>{say(`quantifiers.study-${language}`)} </>
}
