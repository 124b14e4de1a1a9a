import { type Guide, questionsOf } from '../../src/domain/guide.ts'
import { guideText } from '../../src/domain/guide-text.ts'
import { useReader } from '../layout/reader.ts'
import { WriteGuide } from './new-guide.tsx'

type Props = { base: string; guide: Guide; recurs: Readonly<Record<number, number>>; interviews: number }

/** A guide that was proposed, to change before it is saved, and how far each of its questions recurs. */
export function Proposal({ base, guide, recurs, interviews }: Props) {
  const { say } = useReader()
  const questions = questionsOf(guide)
  return (
    <>
      <div class="page-head">
        <h1>{say('guides.proposal-title')}</h1>
        <p class="lead">{questions.length === 0 ? say('guides.proposal-none') : say('guides.proposal-lead', { n: interviews })}</p>
        <p>
          <a href={`${base}/guides`}>{say('guides.back')}</a>
        </p>
      </div>
      {questions.length > 0 && (
        <div class="home">
          <section class="section">
            <WriteGuide base={base} title={say('guides.new-title')} text={guideText(guide)} />
          </section>
          <section class="section">
            <header>
              <h2>{say('guides.proposal-recurs')}</h2>
            </header>
            <table class="plain-table">
              <tbody>
                {questions.map(({ number, text }) => (
                  <tr>
                    <td class="num">{`${number}`}</td>
                    <td>{text}</td>
                    <td class="nowrap">{say('guides.proposal-of', { n: recurs[number] ?? 0, of: interviews })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
    </>
  )
}
