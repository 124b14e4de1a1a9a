import { useReader } from '../layout/reader.ts'
import { Following } from './following.tsx'
import { NewGuide } from './new-guide.tsx'

type Section = { questions: readonly { id: number }[] }
export type GuidesView = {
  base: string
  guides: readonly { id: number; name: string; sections: readonly Section[] }[]
  sources: readonly { id: number; title: string; guideId: number | null }[]
  toCheck: number
}

/** The interview guides of a project: which there are, which sources follow them, and how to begin a new one. */
export function GuidesPage(of: GuidesView) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('guides.title')}</h1>
        <p class="lead">{say(of.guides.length === 0 ? 'guides.empty' : 'guides.lead')}</p>
      </div>
      {of.guides.length > 0 && (
        <div class="home">
          <section class="section" aria-label={say('guides.title')}>
            <ul class="guides-there">
              {of.guides.map((guide) => (
                <GuideLine of={of} guide={guide} />
              ))}
            </ul>
          </section>
          <FindForm of={of} />
        </div>
      )}
      <NewGuide base={of.base} sources={of.sources} />
      {of.guides.length > 0 && <Following {...of} />}
    </>
  )
}

function GuideLine({ of, guide }: { of: GuidesView; guide: GuidesView['guides'][number] }) {
  const { say } = useReader()
  const questions = guide.sections.reduce((sum, section) => sum + section.questions.length, 0)
  const followed = of.sources.filter((source) => source.guideId === guide.id).length
  return (
    <li>
      <a href={`${of.base}/guides/${guide.id}`}>
        <b>{guide.name}</b>
      </a>
      <p class="quiet small">{`${say('guides.contents', { questions, sections: guide.sections.length })}, ${say('guides.followed-by', { n: followed })}`}</p>
      <p class="row small">
        <a href={`${of.base}/answers?guide=${guide.id}`} aria-label={`${say('guides.to-answers')}, ${guide.name}`}>
          {say('guides.to-answers')}
        </a>
        <a href={`${of.base}/guides/${guide.id}`} aria-label={`${say('guides.edit')} ${guide.name}`}>
          {say('guides.edit')}
        </a>
      </p>
    </li>
  )
}

function FindForm({ of }: { of: GuidesView }) {
  const { say } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('guides.find-title')}</h2>
        {of.toCheck > 0 && <a href={`${of.base}/answers/check`}>{say('answers.to-check', { n: of.toCheck })}</a>}
      </header>
      <p>{say('guides.find-why')}</p>
      <form method="post" action={`${of.base}/guides/finding`}>
        <label class="check">
          <input type="checkbox" name="guideId" value="best" />
          <span>{say('guides.find-best')}</span>
        </label>
        <button class="button first" type="submit">
          {say('guides.find')}
        </button>
      </form>
    </section>
  )
}
