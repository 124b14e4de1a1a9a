import { expect, test } from 'vitest'
import { usualThresholds } from '../../src/domain/quantifier.ts'
import { sayIn, sayShare } from '../../src/texts/catalogue.ts'
import { readerFor } from '../../src/web/reader.ts'
import { FittingWord } from '../../views/analysis/fitting-word.tsx'
import { ReaderContext } from '../../views/layout/reader.ts'

const reader = readerFor({ language: 'en', theme: null, reading: {} as never, coder: { id: 1, name: 'Eva' }, path: '/', asset: (name) => name })

test('a share has one decimal in each language, and is never nothing or all where it is not', () => {
  const nbsp = '\u00a0'
  expect([0.745, 0, 1, 0.0004, 0.9996].map((share) => sayShare('sv', share))).toEqual(
    ['74,5', '0,0', '100,0', '<0,1', '>99,9'].map((said) => `${said}${nbsp}%`),
  )
  expect([0.745, 0.5].map(reader.percent)).toEqual(['74.5%', '50.0%'])
  expect(sayIn('en')('coverage.gap-thin-source', { name: 'Nurse 01', n: 7 })).toContain('7.0%')
})

test('where each one asked said so, but not all were asked, it says which question was put to how many', () => {
  const shown = (questions: number[]) =>
    String(
      <ReaderContext.Provider value={reader}>
        <FittingWord said={11} asked={11} unjudged={0} others={2} questions={questions} language="nb" thresholds={usualThresholds} />
      </ReaderContext.Provider>,
    )
  expect(shown([3, 4])).toContain('not “alle”: questions 3, 4 were put to 11 of 13 cases')
  expect(shown([5])).toContain('not “alle”: question 5 was put to 11 of 13 cases')
  expect(shown([])).toContain('not “alle”: 2 were not asked or have no source')
})
