import type { Child } from 'hono/jsx'
import type { CodeNode } from '../../src/domain/code.ts'
import type { Coding } from '../../src/domain/coding.ts'
import { lanesOf, namesOf } from '../../src/domain/margin.ts'
import { ownWords } from '../../src/domain/own-words.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import type { Say } from '../../src/texts/catalogue.ts'
import { Key } from '../codebook/key.tsx'
import { initialsOf } from '../layout/initials.ts'
import { useReader } from '../layout/reader.ts'
import { writtenOnce } from '../layout/written-once.ts'
import type { TranscriptView } from './transcript-view.ts'
import { Words } from './words.tsx'

type Props = { of: TranscriptView; paragraph: TranscriptParagraph }

/** One paragraph with its number, speaker, words and margin. `#st-N` ← every act that touches it. */
export function Turn({ of, paragraph }: Props) {
  const { say } = useReader()
  if (paragraph.number === null) return <p class="words blank">{of.text.slice(paragraph.start, paragraph.end)}</p>
  const asks = paragraph.role === 'interviewer'
  // What is coded where nobody selects: said only where a question or a preamble stands in the paragraph.
  const own = paragraph.asked.length > 0 ? ownWords(paragraph, of.text) : null
  return (
    <div
      class={`turn${paragraph.beginsTurn ? ' speaks' : ''}${asks ? ' asks' : ''}`}
      id={`st-${paragraph.number}`}
      data-start={paragraph.start}
      data-end={paragraph.end}
      data-own={own ? `${own.start}-${own.end}` : undefined}
      role="group"
      aria-label={nameOf(say, paragraph)}
    >
      <a class="at" href={`${of.path}/paragraphs/${paragraph.number}`} aria-label={say('source.code-paragraph', { number: String(paragraph.number) })}>
        {String(paragraph.number)}
      </a>
      {paragraph.beginsTurn && <div class="speaker">{paragraph.speaker}</div>}
      <p class="words" tabindex={-1} lang={of.source.language}>
        <Words of={of} paragraph={paragraph} isOff={isOff(of)} />
      </p>
      <Margin of={of} paragraph={paragraph} />
    </div>
  )
}

/** "Paragraph 41, Informant, 3 codings": what is said when somebody comes to it. */
function nameOf(say: Say, { number, speaker, codings }: TranscriptParagraph): string {
  const parts = [say('source.paragraph', { number: number! }), speaker, codings.length > 0 && say('source.n-codings', { n: codings.length })]
  return parts.filter(Boolean).join(', ')
}

function Margin({ of, paragraph }: Props) {
  const { say } = useReader()
  if (paragraph.codings.length === 0) return <div class="margin" />
  const lanes = new Map(lanesOf(paragraph.codings).map(({ coding, lane }) => [coding.id, lane]))
  const most = Math.max(...lanes.values()) + 1
  return (
    <div class="margin">
      <ol class={`lanes-${most}`} aria-label={say('source.codings-in', { number: paragraph.number! })}>
        {namesOf(paragraph.codings).flatMap(({ lead, codings }) =>
          codings.map((coding) => <Bar of={of} coding={coding} lane={lanes.get(coding.id)!} name={codings.length > 1 ? lead.id : undefined} />),
        )}
      </ol>
    </div>
  )
}

type BarProps = { of: TranscriptView; coding: Coding; lane: number; name: number | undefined }

/** A coding's bar with its name. `data-name`: the first of those whose name it shares, where coders agree; the margin's island writes that name once. */
function Bar({ of, coding, lane, name }: BarProps) {
  const code = of.codeOf.get(coding.codeId)!
  const rule = coding.madeBy === 'rule' ? ' rule' : ''
  const state = of.fresh?.has(coding.id) ? ' fresh' : of.hidden.has(coding.id) ? ' off' : ''
  return (
    <li
      class={`coding t${code.tone} lane-${lane}${rule}${state}`}
      data-coding={coding.id}
      data-code={coding.codeId}
      data-coder={coding.coderId}
      data-name={name}
    >
      <a class="bar-name" href={`${of.project}/codings/${coding.id}`}>
        {useNameOf(of, code, coding.coderId)}
      </a>
    </li>
  )
}

/** A code's key and label with the coder's initials: a long source has thousands of bars of a few codes. */
function useNameOf(of: TranscriptView, code: CodeNode, coderId: number): Child {
  const { coderName } = useReader()
  return writtenOnce(of, `${code.id} ${coderId}`, () => (
    <>
      <Key code={code} />
      <span class="label">{code.depth === 0 ? <b>{code.label}</b> : code.label}</span>
      <span class="by">{initialsOf(coderName(of.coderOf.get(coderId)?.name ?? '?'))}</span>
    </>
  ))
}

function isOff({ hidden, fresh }: TranscriptView): (coding: Coding) => boolean {
  return (coding) => hidden.has(coding.id) && !fresh?.has(coding.id)
}
