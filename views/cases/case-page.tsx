import { type CountedStatus, isAsked } from '../../src/domain/answer.ts'
import type { CodeNode } from '../../src/domain/code.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import { MemoSection, type ShownMemo } from '../memos/memo-section.tsx'
import { CaseForm } from './case-form.tsx'
import { type AttributeLine, type CaseLine, Value } from './cases.tsx'

type Answer = { questionId: number; number: number; text: string; status: CountedStatus; section: string }
type Source = { id: number; title: string; words: number; paragraphs: number }
export type CasePageProps = {
  case: CaseLine
  memos: readonly ShownMemo[]
  attributes: readonly AttributeLine[]
  /** Values that a category has in the project, by attribute id. */
  suggestions: ReadonlyMap<number, readonly string[]>
  sources: readonly Source[]
  allSources: readonly { id: number; title: string }[]
  answers: readonly Answer[]
  codes: readonly CodeNode[]
  counts: ReadonlyMap<number, number>
  progress: ReadonlyMap<number, { coded: number }>
  base: string
}

/** One case: what it is, its sources, what is said in them on each theme, and what it answered. */
export function CasePage(of: CasePageProps) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{of.case.name}</h1>
        <p class="row">
          {of.case.kind && <span class="quiet">{of.case.kind}</span>}
          <a href={`${of.base}/cases`}>{say('cases.back')}</a>
        </p>
        <dl class="facts">
          {of.attributes.map((attribute) => (
            <div>
              <dt>{attribute.name}</dt>
              <dd>
                <Value type={attribute.type} value={of.case.values.get(attribute.id)} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div class="home">
        <div class="stack">
          <Quotations {...of} />
          <Answers {...of} />
        </div>
        <div class="stack">
          <Sources {...of} />
          <div class="section">
            <MemoSection base={of.base} place={{ kind: 'case', id: of.case.id }} memos={of.memos} />
          </div>
          <CaseForm {...of} />
        </div>
      </div>
    </>
  )
}

function Quotations({ codes, counts, base, case: one }: CasePageProps) {
  const { say, number } = useReader()
  const filter = (code: CodeNode) => encodeURIComponent(`code:#${code.id} case:#${one.id}`)
  return (
    <section class="section">
      <header>
        <h2>{say('cases.quotations')}</h2>
      </header>
      {counts.size === 0 && <p class="quiet">{say('cases.no-quotations')}</p>}
      {counts.size > 0 && (
        <ul class="book">
          {codes
            .filter((code) => code.depth === 0 || (counts.get(code.id) ?? 0) > 0)
            .map((code) => (
              <li>
                <a class={`book-row ${code.depth === 0 ? 'theme' : 'sub'}`} href={`${base}/quotations?filter=${filter(code)}`}>
                  <Key code={code} />
                  <span class="label">{code.label}</span>
                  <span class="n">{counts.has(code.id) ? number(counts.get(code.id)!) : '–'}</span>
                </a>
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}

function Answers({ answers, base, sources, case: one }: CasePageProps) {
  const { say } = useReader()
  const asked = answers.filter((answer) => isAsked(answer.status)).length
  const answered = answers.filter((answer) => answer.status === 'answered').length
  return (
    <section class="section">
      <header>
        <h2>{say('cases.answers')}</h2>
        {answers.length > 0 && <span class="quiet">{say('cases.asked-of', { asked, n: answers.length, answered })}</span>}
      </header>
      {answers.length === 0 ? (
        <p class="quiet">{say('cases.no-answers')}</p>
      ) : (
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('cases.question')}</th>
              <th scope="col">{say('cases.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map((answer) => (
              <tr>
                <td>
                  {sources.length === 0 ? (
                    `${answer.number}. ${answer.text}`
                  ) : (
                    <a href={`${base}/answers/${one.id}?question=${answer.questionId}`}>{`${answer.number}. ${answer.text}`}</a>
                  )}
                </td>
                <td class={isAsked(answer.status) ? 'nowrap' : 'nowrap quiet'}>{say(`answer.${answer.status}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Sources({ sources, progress, base }: CasePageProps) {
  const { say, number } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('cases.sources')}</h2>
      </header>
      {sources.length === 0 && <p class="quiet">{say('cases.no-sources')}</p>}
      <ul class="lines">
        {sources.map((source) => (
          <li>
            <a href={`${base}/sources/${source.id}`}>{source.title}</a>{' '}
            <span class="quiet small">
              {`${number(source.words)} ${say('study.words').toLocaleLowerCase()}, ${number(progress.get(source.id)?.coded ?? 0)} ${say('study.of', { n: source.paragraphs })} ${say('source.coded-paragraphs').toLocaleLowerCase()}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
