import type { Coding } from '../../src/domain/coding.ts'
import { isAbout } from '../../src/domain/memo.ts'
import { paragraphsUnder } from '../../src/domain/paragraph.ts'
import { overlap } from '../../src/domain/span.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import { MemoSection } from '../memos/memo-section.tsx'
import { CopyForm, EdgesForm, JoinForm, PartForm, RecodeForm, RemoveForm } from './coding-forms.tsx'
import { ShowLink } from './show-link.tsx'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: TranscriptView; paragraph: TranscriptParagraph | undefined; open?: number | undefined }

/** The passage in focus: its codings, the question it answers, the case. `#passage` ← moving, and every act in the paragraph. */
export function Passage({ of, paragraph, open }: Props) {
  const { say } = useReader()
  if (!paragraph) return <PassageEmpty />
  const codings = of.codings.filter((coding) => overlap(coding.span, paragraph))
  const coders = new Set(codings.map((coding) => coding.coderId)).size
  return (
    <>
      <header>
        <h2>{say('source.paragraph', { number: paragraph.number ?? 0 })}</h2>
        <span class="quiet small push">{codings.length > 0 && say('source.codings-by', { codings: codings.length, coders })}</span>
      </header>
      <div class="scroll" tabindex={0} role="region" aria-label={say('source.passage')}>
        <section>
          <h3 class="vh">{say('source.codings')}</h3>
          {codings.length === 0 && <p class="quiet">{say('source.no-codings-here')}</p>}
          <ol class="coding-list">
            {codings.map((coding) => (
              <CodingRow of={of} coding={coding} open={coding.id === open} />
            ))}
          </ol>
        </section>
        <Answering of={of} paragraph={paragraph} />
        <Cases of={of} />
        {paragraph.number !== null && (
          <p class="small">
            <a href={`${of.path}/paragraphs/${paragraph.number}/text`} data-does="correct">
              {say('text.correct')}
            </a>{' '}
            <kbd aria-hidden="true">R</kbd>
          </p>
        )}
        <MemoSection base={of.project} target={{ kind: 'source', id: of.source.id }} memos={of.memos.filter((memo) => isAbout(memo, 'source', of.source.id))} />
      </div>
      <NextUncoded of={of} paragraph={paragraph} />
    </>
  )
}

function PassageEmpty() {
  const { say } = useReader()
  return (
    <>
      <header>
        <h2>{say('source.passage')}</h2>
      </header>
      <div class="scroll">
        <p class="quiet">{say('source.passage-empty')}</p>
      </div>
    </>
  )
}

function CodingRow({ of, coding, open }: { of: TranscriptView; coding: Coding; open: boolean }) {
  const { say, when, coderName } = useReader()
  const code = of.codeOf.get(coding.codeId)!
  const coder = coderName(of.coderOf.get(coding.coderId)?.name ?? '?')
  const href = `${of.project}/codings/${coding.id}`
  if (!open)
    return (
      <li data-coding={coding.id}>
        <Key code={code} />
        <a class="plain" href={href} hx-get={href} hx-target="#passage" hx-swap="innerHTML">
          {code.label}
        </a>
        {of.memos.some((memo) => isAbout(memo, 'coding', coding.id)) && <span class="quiet small">{say('memo.has')}</span>}
        <span class="by">{coder}</span>
      </li>
    )
  return (
    <li class="open" data-coding={coding.id}>
      <Key code={code} />
      <b>{code.label}</b>
      <span class="by">{`${coder}, ${when(coding.madeAt)}`}</span>
      <div class="detail">
        <blockquote>
          <q>{of.text.slice(coding.span.start, coding.span.end)}</q>
        </blockquote>
        {code.definition && <p class="quiet small">{code.definition}</p>}
        <div class="row small">
          <RecodeForm of={of} coding={coding} />
          <RemoveForm of={of} coding={coding} />
          <ShowLink of={of} showing={{ codeId: code.id }}>
            {say('source.show-only-this', { key: code.key })} <kbd aria-hidden="true">F</kbd>
          </ShowLink>
        </div>
        <EdgesForm of={of} coding={coding} />
        <details class="small">
          <summary>{say('source.more-acts')}</summary>
          <div class="stack">
            <PartForm of={of} coding={coding} />
            <JoinForm of={of} coding={coding} />
            <CopyForm of={of} coding={coding} />
          </div>
        </details>
        <MemoSection base={of.project} target={{ kind: 'coding', id: coding.id }} memos={of.memos.filter((memo) => isAbout(memo, 'coding', coding.id))} />
      </div>
    </li>
  )
}

function Answering({ of, paragraph }: { of: TranscriptView; paragraph: TranscriptParagraph }) {
  const { say } = useReader()
  const answers = of.answers.filter((answer) => overlap(answer, paragraph))
  if (answers.length === 0) return null
  return (
    <section>
      <h3>{say('source.answers')}</h3>
      {answers.map((answer) => (
        <p>{say('source.question', { number: answer.number, text: answer.text })}</p>
      ))}
    </section>
  )
}

function Cases({ of }: { of: TranscriptView }) {
  const { say, number } = useReader()
  return (
    <section>
      <h3>{say('source.case', { n: of.cases.length })}</h3>
      {of.cases.length === 0 && <p class="quiet">{say('source.no-case')}</p>}
      {of.cases.map((one) => (
        <>
          <p>
            <a href={`${of.project}/cases/${one.id}`}>{one.name}</a>
          </p>
          <dl>
            {one.attributes.map((attribute) => (
              <>
                <dt>{attribute.name}</dt>
                <dd>{attribute.type === 'number' ? number(Number(attribute.value), Number.isInteger(Number(attribute.value)) ? 0 : 1) : attribute.value}</dd>
              </>
            ))}
          </dl>
        </>
      ))}
    </section>
  )
}

function NextUncoded({ of, paragraph }: { of: TranscriptView; paragraph: TranscriptParagraph }) {
  const { say } = useReader()
  const coded = new Set(of.codings.flatMap((coding) => paragraphsUnder(of.paragraphs, coding.span).map((one) => one.number)))
  const next = of.paragraphs.find((one) => one.start > paragraph.start && one.number !== null && one.role !== 'interviewer' && !coded.has(one.number))
  return (
    <footer>
      {next && (
        <a class="button" id="next-uncoded" href={`#st-${next.number}`} data-to={`st-${next.number}`}>
          {say('source.next-uncoded')} <kbd>N</kbd>
        </a>
      )}
      {of.neighbours.next !== null && (
        <a class="button" href={`${of.project}/sources/${of.neighbours.next}`}>
          {say('source.next-source')}
        </a>
      )}
    </footer>
  )
}
