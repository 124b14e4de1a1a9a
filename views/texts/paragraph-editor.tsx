import { useReader } from '../layout/reader.ts'

export type EditedWords = {
  path: string
  number: number
  versionId: number
  start: number
  end: number
  /** What stands in the paragraph, or what somebody wrote for it before another changed the text. */
  words: string
  /** What stands there now, where that is something else. */
  now?: string | undefined
  notice?: string | undefined
}

/** A paragraph's words to be corrected. Beside the transcript it stands under the paragraph: `#text-editor` ← the key R, and a conflict. */
export function ParagraphEditor({ of, inPage }: { of: EditedWords; inPage?: boolean }) {
  const { say } = useReader()
  const action = `${of.path}/text-edits`
  const swap = inPage ? {} : { 'hx-post': action, 'hx-swap': 'none' }
  return (
    <form class="text-editor stack" method="post" action={action} {...swap}>
      {of.notice && (
        <div class="notice" role="alert">
          {of.notice}
        </div>
      )}
      {of.now !== undefined && (
        <figure class="there-now">
          <figcaption class="label">{say('text.there-now')}</figcaption>
          <blockquote class="said">{of.now}</blockquote>
        </figure>
      )}
      <input type="hidden" name="versionId" value={String(of.versionId)} />
      <input type="hidden" name="start" value={String(of.start)} />
      <input type="hidden" name="end" value={String(of.end)} />
      <input type="hidden" name="number" value={String(of.number)} />
      <div class="field">
        <label class="label" for="words">
          {of.now === undefined ? say('text.correct-paragraph', { number: of.number }) : say('text.you-wrote')}
        </label>
        <textarea id="words" name="text" rows={4} aria-describedby="words-hint" required={false}>{`\n${of.words}`}</textarea>
        <span class="hint" id="words-hint">
          {say('text.correct-hint')}
        </span>
      </div>
      <p class="row">
        <button class="button first" type="submit">
          {say('act.save')} {!inPage && <kbd aria-hidden="true">Ctrl ⏎</kbd>}
        </button>
        {inPage ? (
          <a class="button bare" href={`${of.path}#st-${of.number}`}>
            {say('text.not-now')}
          </a>
        ) : (
          <button class="button bare" type="button" data-close>
            {say('act.close')} <kbd aria-hidden="true">Esc</kbd>
          </button>
        )}
      </p>
    </form>
  )
}

/** The same on a page of its own, where there is no JavaScript. */
export function ParagraphEditorPage({ of, title }: { of: EditedWords; title: string }) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{title}</h1>
        <p>
          <a href={`${of.path}#st-${of.number}`}>{say('source.back-to-transcript')}</a>
        </p>
      </div>
      <ParagraphEditor of={of} inPage />
    </>
  )
}
