import { lanesOf } from '../../src/domain/margin.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import type { Say } from '../../src/texts/catalogue.ts'
import { Key } from '../codebook/key.tsx'
import { initialsOf } from '../layout/page.tsx'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'
import { Words } from './words.tsx'

type Props = { of: TranscriptView; paragraph: TranscriptParagraph }

/** One paragraph with its number, speaker, words and margin. `#st-N` ← every act that touches it. */
export function Turn({ of, paragraph }: Props) {
  const { say } = useReader()
  if (paragraph.number === null) return <p class="words blank">{of.text.slice(paragraph.start, paragraph.end)}</p>
  const asks = paragraph.role === 'interviewer'
  return (
    <div
      class={`turn${paragraph.beginsTurn ? ' speaks' : ''}${asks ? ' asks' : ''}`}
      id={`st-${paragraph.number}`}
      data-start={paragraph.start}
      data-end={paragraph.end}
      role="group"
      aria-label={nameOf(say, paragraph)}
    >
      <a class="at" href={`${of.path}/paragraphs/${paragraph.number}`} aria-label={say('source.code-paragraph', { number: paragraph.number })}>
        {String(paragraph.number)}
      </a>
      {paragraph.beginsTurn && <div class="speaker">{paragraph.speaker}</div>}
      <p class="words" tabindex={-1} lang={of.source.language}>
        <Words of={of} paragraph={paragraph} />
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
  const { say, coderName } = useReader()
  if (paragraph.codings.length === 0) return <div class="margin" />
  const lanes = lanesOf(paragraph.codings)
  const most = Math.max(...lanes.map(({ lane }) => lane)) + 1
  return (
    <div class="margin">
      <ol class={`lanes-${most}`} aria-label={say('source.codings-in', { number: paragraph.number! })}>
        {lanes.map(({ coding, lane }) => {
          const code = of.codeOf.get(coding.codeId)!
          const href = `${of.project}/codings/${coding.id}`
          return (
            <li class={`coding t${code.tone} lane-${lane}${coding.madeBy === 'rule' ? ' rule' : ''}`} data-coding={coding.id}>
              <a class="bar-name" href={href}>
                <Key code={code} />
                <span class="label">{code.depth === 0 ? <b>{code.label}</b> : code.label}</span>
                <span class="by">{initialsOf(coderName(of.coderOf.get(coding.coderId)?.name ?? '?'))}</span>
              </a>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
