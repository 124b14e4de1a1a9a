import type { Warning } from '../../src/domain/coverage.ts'
import { sayGap } from '../../src/texts/chart-sentences.ts'
import { useReader } from '../layout/reader.ts'
import { placeOfGap } from './coverage-page.tsx'

export type PartlyAsked = { id: number; guideId: number; number: number; text: string; asked: number; of: number }
export type ShownQuestions = {
  shown: readonly { text: string; about: string; path: string; settleAt: string; coder: string; answer: { coder: string; madeAt: string } | null }[]
  rest: number
}
const MOST = 6
const LETTERS = 110

/** What to be careful of: what is uncoded or unquoted, what rests on one alone, what not all were asked. The rest is on the page of coverage. */
export function LookOut({ slug, warnings, partlyAsked }: { slug: string; warnings: readonly Warning[]; partlyAsked: readonly PartlyAsked[] }) {
  const { say } = useReader()
  const shownGaps = warnings.slice(0, MOST)
  const rest = warnings.length - shownGaps.length
  const guides = [...new Set(partlyAsked.map(({ guideId }) => guideId))]
  return (
    <section class="section">
      <header>
        <h2>{say('super.attend')}</h2>
      </header>
      {warnings.length + partlyAsked.length === 0 && <p>{say('super.attend-none')}</p>}
      <ul class="warnings">
        {shownGaps.map((warning) => (
          <li>
            <a href={placeOfGap(slug, warning)}>{sayGap(say, warning)}</a>
          </li>
        ))}
        {guides.map((guideId) => (
          <li>
            <NotAllAsked slug={slug} guideId={guideId} questions={partlyAsked.filter((one) => one.guideId === guideId)} />
          </li>
        ))}
      </ul>
      <p class="small">
        <a href={`/projects/${slug}/coverage`}>{rest > 0 ? say('super.attend-rest', { n: rest }) : say('super.attend-all')}</a>
      </p>
    </section>
  )
}

/** Questions of a guide that were put to some only: nobody can write "all" by their answers. */
function NotAllAsked({ slug, guideId, questions }: { slug: string; guideId: number; questions: readonly PartlyAsked[] }) {
  const { say } = useReader()
  return (
    <div>
      <a href={`/projects/${slug}/guides/${guideId}`}>{say('super.not-all')}</a>
      <ul class="plain small">
        {questions.slice(0, MOST).map(({ id, number, text, asked, of }) => (
          <li>
            <a href={`/projects/${slug}/answers/questions/${id}`}>{`${number}. ${shortened(text)}`}</a> {say('super.asked-of', { asked, of })}
          </li>
        ))}
      </ul>
      {questions.length > MOST && <span class="small">{say('super.and-more', { n: questions.length - MOST })}</span>}
    </div>
  )
}

/** The threads that nobody has settled, and what somebody asked in a memo; and whether it was answered. */
export function OpenQuestions({ slug, questions: { shown, rest } }: { slug: string; questions: ShownQuestions }) {
  const { say, when, coderName } = useReader()
  return (
    <section class="section" id="open-questions">
      <header>
        <h2>{say('super.questions')}</h2>
      </header>
      {shown.length === 0 && <p class="quiet">{say('super.questions-none')}</p>}
      <ul class="open-questions">
        {shown.map(({ text, about, path, settleAt, coder, answer }) => (
          <li>
            <a href={`/projects/${slug}${path}`}>{shortened(text)}</a> <span class="quiet">{about}</span>{' '}
            <span class="quiet small">
              {answer ? say('super.answered', { coder: coderName(answer.coder), when: when(answer.madeAt) }) : say('super.waits', { coder: coderName(coder) })}
            </span>{' '}
            <form class="inline" method="post" action={`/projects/${slug}${settleAt}`}>
              <input type="hidden" name="back" value={`/projects/${slug}/supervisor#open-questions`} />
              <button class="link small" type="submit">
                {say('super.settle')}
                <span class="vh">{`: ${shortened(text)}`}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p class="small">
          <a href={`/projects/${slug}/memos?q=%3F`}>{say('super.questions-rest', { n: rest })}</a>
        </p>
      )}
    </section>
  )
}

function shortened(text: string): string {
  return text.length <= LETTERS ? text : `${text.slice(0, LETTERS).trimEnd()}…`
}
