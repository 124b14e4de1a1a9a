import type { CodeNode } from '../../src/domain/code.ts'
import { ActSentence, type SentenceAct, type SentenceNames } from '../acts/act-sentence.tsx'
import { useReader } from '../layout/reader.ts'
import { WaitingForReview } from '../review/waiting-for-review.tsx'
import { NextSteps, type NextStepsProps } from './next-steps.tsx'
import { type SourceLine, SourceTable } from './source-table.tsx'
import { StudyLead } from './study-lead.tsx'

export type StudyProps = NextStepsProps & {
  project: { slug: string; name: string; researchQuestion: string }
  rows: readonly SourceLine[]
  coders: readonly { id: number; name: string; codings: number }[]
  groupName: string | null
  themes: readonly CodeNode[]
  codes: readonly CodeNode[]
  latest: readonly { act: SentenceAct & { id: number; at: string }; acts: number; count: number }[]
  names: SentenceNames
  /** What others did since the reader was here. */
  waiting: { mine: number; open: number }
  since: { earlier: { at: string } | undefined; acts: number }
}
const MOST_SOURCES = 50

/** A study's home: how far it has come, what to do next, what happened last. */
export function Study(props: StudyProps) {
  const { say, number } = useReader()
  const { project, rows } = props
  const base = `/projects/${project.slug}`
  return (
    <>
      <StudyLead {...props}>
        <p class="study-since">
          {props.since.earlier && <SinceThen at={props.since.earlier.at} acts={props.since.acts} base={base} />}{' '}
          <WaitingForReview slug={project.slug} waiting={props.waiting} />
        </p>
      </StudyLead>
      <div class="home">
        <section class="section">
          <header>
            <h2>{say('nav.sources')}</h2>
            <span class="quiet">{say('study.legend')}</span>
            <a class="push" href={`${base}/imports`}>
              {say('study.add-sources')}
            </a>
          </header>
          <div class="over">
            <SourceTable rows={rows.slice(0, MOST_SOURCES)} coders={props.coders} groupName={props.groupName} slug={project.slug} />
          </div>
          {rows.length > MOST_SOURCES && (
            <p class="row more">
              <a href={`${base}/sources`}>{say('study.all-sources', { n: number(rows.length) })}</a>
            </p>
          )}
        </section>
        <div class="stack">
          <NextSteps {...props} />
          <Latest latest={props.latest} names={props.names} slug={project.slug} />
        </div>
      </div>
    </>
  )
}

function SinceThen({ at, acts, base }: { at: string; acts: number; base: string }) {
  const { say, when, number } = useReader()
  return (
    <span class="quiet">
      {acts === 0 ? say('new.none', { when: when(at) }) : say('new.since', { n: acts, acts: number(acts), when: when(at) })}{' '}
      {acts > 0 && <a href={`${base}/discussion`}>{say('new.see')}</a>}
    </span>
  )
}

function Latest({ latest, names, slug }: { latest: StudyProps['latest']; names: SentenceNames; slug: string }) {
  const { say, when } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('study.latest')}</h2>
        <a class="push small" href={`/projects/${slug}/history`}>
          {say('study.all-history')}
        </a>
      </header>
      {latest.length === 0 && <p class="quiet">{say('study.nothing-yet')}</p>}
      <ol class="activity">
        {latest.map(({ act, acts, count }) => (
          <li>
            <time datetime={act.at}>{when(act.at)}</time>
            <span>
              <ActSentence act={act} names={names} slug={slug} count={acts > 1 ? count : undefined} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
