import type { DraftParagraph, DraftText as Text } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'

type Run = DraftParagraph['runs'][number]

/** The whole text of a source that is not imported yet, with who was understood to speak where, what is asked, and what was mended. */
export function DraftText({ path, n, text }: { path: string; n: number; text: Text }) {
  const { say } = useReader()
  const { title, nth, sources } = text
  const address = `${path}/files/${n}/texts`
  return (
    <>
      <div class="page-head">
        <h1>{title}</h1>
        <p class="lead">{say('import.in-draft')}</p>
        <p class="row">
          <a href={`${path}#file-${n}`}>{say('import.back-to-draft')}</a>
          <a href={`${address}/${nth}/plain`}>{say('import.plain-text')}</a>
          {nth > 0 && <a href={`${address}/${nth - 1}`}>{say('import.part-before')}</a>}
          {nth + 1 < sources && <a href={`${address}/${nth + 1}`}>{say('import.part-after')}</a>}
        </p>
        <Legend paragraphs={text.paragraphs} />
      </div>
      <div class="transcript">
        {text.paragraphs.map((paragraph) => (
          <Turn text={text.text} paragraph={paragraph} />
        ))}
      </div>
      {text.of > text.paragraphs.length && <p class="notice">{say('import.shortened', { shown: text.paragraphs.length, of: text.of })}</p>}
    </>
  )
}

/** How the kinds of words look, of those that this text has. */
function Legend({ paragraphs }: Pick<Text, 'paragraphs'>) {
  const { say } = useReader()
  const kinds = new Set(paragraphs.flatMap(({ runs }) => runs.flatMap(({ under }) => under.map(({ kind }) => kind))))
  const shown = [
    (kinds.has('label') || kinds.has('timestamp')) && <b class="label">{say('import.legend-label')}</b>,
    kinds.has('question') && <span class="question-words">{say('import.legend-question')}</span>,
    kinds.has('preamble') && <i class="preamble">{say('import.legend-preamble')}</i>,
    kinds.has('mended') && <ins class="mended">{say('import.legend-mended')}</ins>,
  ].filter((one) => one !== false)
  return shown.length > 0 ? <p class="quiet small legend">{shown}</p> : null
}

function Turn({ text, paragraph }: { text: string; paragraph: DraftParagraph }) {
  const { say } = useReader()
  const { number, speaker, begins, runs } = paragraph
  const asks = speaker?.role === 'interviewer'
  return (
    <div class={`turn${begins ? ' speaks' : ''}${asks ? ' asks' : ''}`} id={`p${number}`}>
      <span class="at">{number}</span>
      {begins && speaker && <div class="speaker">{say(`import.role.${speaker.role}`)}</div>}
      <p class="words">
        {runs.map((run) => (
          <Words words={text.slice(run.start, run.end)} run={run} />
        ))}
      </p>
    </div>
  )
}

function Words({ words, run }: { words: string; run: Run }) {
  const mended = run.under.find((span) => span.kind === 'mended')
  const kinds = run.under.map((span) => span.kind)
  const marked =
    mended?.kind === 'mended' ? (
      <ins class="mended" title={`${mended.before} → ${mended.after}`}>
        {words}
      </ins>
    ) : (
      words
    )
  if (kinds.includes('label') || kinds.includes('timestamp')) return <b class="label">{marked}</b>
  if (kinds.includes('question')) return <span class="question-words">{marked}</span>
  return kinds.includes('preamble') ? <i class="preamble">{marked}</i> : <>{marked}</>
}
