import type { ContrastQuotation } from '../../src/domain/contrast.ts'
import type { Warning } from '../../src/domain/coverage.ts'
import { useReader } from '../layout/reader.ts'
import { WaitingForReview } from '../review/waiting-for-review.tsx'
import { Against } from './against.tsx'
import { DoneSoFar, type ProgressProps } from './done-so-far.tsx'
import { LookOut, OpenQuestions, type PartlyAsked, type ShownQuestions } from './look-out.tsx'
import { type ShownChanges, ThemeOverview, type ThemeOverviewProps } from './theme-overview.tsx'

type Props = {
  project: { slug: string; name: string; researchQuestion: string }
  study: Omit<ThemeOverviewProps, 'slug' | 'links' | 'words'> &
    ProgressProps & {
      contrast: readonly ContrastQuotation[]
      changes: ShownChanges | null | undefined
      warnings: readonly Warning[]
      partlyAsked: readonly PartlyAsked[]
      questions: ShownQuestions
    }
  /** When this reader was here before. */
  earlier: { at: string } | undefined
  /** That was when this first visit began. */
  first: boolean
  waiting: { mine: number; open: number; changed?: number; unsigned?: number }
} & Pick<ThemeOverviewProps, 'links' | 'words'>

/** One screen: what the study is and how far it has come, its themes with who says what of how many, the words for and against, and what is left to ask. */
export function SupervisorPage({ project, study, earlier, first, waiting, links, words }: Props) {
  const { say } = useReader()
  const { slug, name, researchQuestion } = project
  const { rows } = study
  const done = rows.filter(({ source }) => source.status === 'done').length
  const coded = rows.filter(({ progress }) => progress.coded > 0).length
  const some = study.counts.themes.length > 0 && study.counts.cases > 0
  return (
    <>
      <header>
        <h1>{name}</h1>
        <p>
          {researchQuestion && <span class="research-question">{researchQuestion} </span>}
          <a href={`/projects/${slug}/sources`}>{say('super.progress', { done, n: rows.length, coded })}</a>{' '}
          <Since earlier={earlier} first={first} changes={study.changes} slug={slug} /> <WaitingForReview slug={slug} waiting={waiting} />
        </p>
      </header>
      <div class="stack">
        {some ? (
          <ThemeOverview slug={slug} counts={study.counts} theme={study.theme} changes={study.changes} links={links} words={words} />
        ) : (
          <p class="notice">{say('super.empty')}</p>
        )}
        <LookOut slug={slug} warnings={study.warnings} partlyAsked={study.partlyAsked} />
        <DoneSoFar slug={slug} rows={rows} coders={study.coders} />
      </div>
      <div class="stack">
        {some && <Against slug={slug} theme={study.theme} contrast={study.contrast} />}
        <OpenQuestions slug={slug} questions={study.questions} />
      </div>
    </>
  )
}

function Since({
  earlier,
  first,
  changes,
  slug,
}: {
  earlier: { at: string } | undefined
  first: boolean
  changes: ShownChanges | null | undefined
  slug: string
}) {
  const { say, when } = useReader()
  if (!earlier || changes === undefined) return null
  const at = when(earlier.at)
  if (changes === null) return <a href={`/projects/${slug}/history`}>{say('super.since-much', { when: at })}</a>
  const { codings, memos, themes } = changes
  if (codings === 0 && memos === 0 && themes.size === 0) return first ? null : <span class="quiet">{say('super.since-nothing', { when: at })}</span>
  return <a href={`/projects/${slug}/history`}>{say('super.since', { when: at, codings, memos })}</a>
}
