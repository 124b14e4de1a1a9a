import type { DraftParagraph, DraftText as Text } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'

/** The whole text of a file that is not imported yet, with who was understood to speak where. */
export function DraftText({ path, n, text }: { path: string; n: number; text: Text }) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{text.title}</h1>
        <p class="lead">{say('import.in-draft')}</p>
        <p class="row">
          <a href={`${path}#file-${n}`}>{say('import.back-to-draft')}</a>
          <a href={`${path}/files/${n}/text`}>{say('import.plain-text')}</a>
        </p>
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

function Turn({ text, paragraph }: { text: string; paragraph: DraftParagraph }) {
  const { say } = useReader()
  const { number, speaker, begins, runs } = paragraph
  const asks = speaker?.role === 'interviewer'
  return (
    <div class={`turn${begins ? ' speaks' : ''}${asks ? ' asks' : ''}`} id={`p${number}`}>
      <span class="at">{number}</span>
      {begins && speaker && <div class="speaker">{say(`import.role.${speaker.role}`)}</div>}
      <p class="words">
        {runs.map((run) => {
          const words = text.slice(run.start, run.end)
          const kinds = run.under.map((span) => span.kind)
          return kinds.includes('label') || kinds.includes('timestamp') ? <b>{words}</b> : kinds.includes('preamble') ? <i>{words}</i> : words
        })}
      </p>
    </div>
  )
}
