import type { CodeNode } from '../../src/domain/code.ts'
import { useReader } from '../layout/reader.ts'
import { GuideFor, type ShownGuideFor } from './guide-for.tsx'
import { GuideQuestion, type QuestionLine } from './guide-question.tsx'

type Section = { id: number; title: string; questions: readonly QuestionLine[] }
export type GuidePageProps = {
  base: string
  guide: { id: number; name: string; sections: readonly Section[] }
  codes: readonly CodeNode[]
  answers: ReadonlyMap<number, number>
  text: string
  isFor: ShownGuideFor
}

/** One guide: its sections and questions, each with a form to change it. Every change is an act of its own. */
export function GuidePage(of: GuidePageProps) {
  const { say } = useReader()
  const path = `${of.base}/guides/${of.guide.id}`
  return (
    <>
      <div class="page-head">
        <h1>{of.guide.name}</h1>
        <p class="lead">{say('guides.look-again')}</p>
        <p class="row">
          <a href={`${of.base}/guides`}>{say('guides.back')}</a>
          <a href={`${of.base}/answers?guide=${of.guide.id}`}>{say('guides.to-answers')}</a>
        </p>
      </div>
      {of.guide.sections.map((section) => (
        <SectionOf of={of} section={section} path={path} />
      ))}
      <GuideFor path={path} of={of.isFor} />
      <div class="home guide-foot">
        <form class="section stack" method="post" action={`${path}/sections`}>
          <h2>{say('guides.new-section')}</h2>
          <p class="field">
            <label for="new-section">{say('guides.section-title')}</label>
            <input id="new-section" name="title" required autocomplete="off" />
          </p>
          <p>
            <button class="button" type="submit">
              {say('guides.create-section')}
            </button>
          </p>
        </form>
        <WholeGuide of={of} path={path} />
      </div>
    </>
  )
}

function SectionOf({ of, section, path }: { of: GuidePageProps; section: Section; path: string }) {
  const { say } = useReader()
  const title = section.title || say('guides.section-none')
  return (
    <section class="section guide-section" id={`section-${section.id}`}>
      <header>
        <h2>{title}</h2>
        <details class="edit-project push">
          <summary aria-label={say('guides.change-section', { title })}>{say('guides.edit')}</summary>
          <form class="row end" method="post" action={`${path}/sections/${section.id}`}>
            <label class="field grow">
              <span class="label">{say('guides.section-title')}</span>
              <input name="title" value={section.title} autocomplete="off" />
            </label>
            <button class="button" type="submit">
              {say('act.save')}
            </button>
          </form>
          <form method="post" action={`${path}/sections/${section.id}/removal`}>
            <button class="button bare" type="submit">
              {say('guides.remove-section')}
            </button>
          </form>
        </details>
      </header>
      <ol class="lines guide-questions">
        {section.questions.map((question) => (
          <GuideQuestion of={of} question={question} path={path} />
        ))}
      </ol>
      <form class="row end new-question" method="post" action={`${path}/questions`}>
        <input type="hidden" name="sectionId" value={`${section.id}`} />
        <label class="field grow">
          <span class="label">{say('guides.new-question', { section: title })}</span>
          <input name="text" required autocomplete="off" />
        </label>
        <button class="button" type="submit">
          {say('guides.create-question')}
        </button>
      </form>
    </section>
  )
}

function WholeGuide({ of, path }: { of: GuidePageProps; path: string }) {
  const { say } = useReader()
  return (
    <section class="section stack">
      <h2>{say('guides.rename')}</h2>
      <form class="row end" method="post" action={path}>
        <label class="field grow">
          <span class="label">{say('guides.name')}</span>
          <input name="name" value={of.guide.name} required autocomplete="off" />
        </label>
        <button class="button" type="submit">
          {say('act.save')}
        </button>
      </form>
      <details>
        <summary>{say('guides.as-text')}</summary>
        <pre class="guide-text">{`\n${of.text}`}</pre>
      </details>
      <form method="post" action={`${path}/removal`}>
        <p class="hint">{say('guides.remove-why')}</p>
        <button class="button" type="submit">
          {say('guides.remove')}
        </button>
      </form>
    </section>
  )
}
