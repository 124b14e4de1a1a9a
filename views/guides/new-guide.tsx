import { useReader } from '../layout/reader.ts'

type Props = { base: string; sources: readonly { id: number; title: string }[] }

/** Three ways to a guide: write it, read it from a file, or have it proposed from questions that recur. */
export function NewGuide({ base, sources }: Props) {
  const { say } = useReader()
  return (
    <section class="section new-guide" id="new-guide">
      <header>
        <h2>{say('guides.new-title')}</h2>
      </header>
      <div class="home">
        <WriteGuide base={base} title={say('guides.write-title')} text="" />
        <div class="stack">
          <ReadFile base={base} />
          {sources.length > 1 && <Propose base={base} sources={sources} />}
        </div>
      </div>
    </section>
  )
}

/** A guide as text, to write or to change before it is saved. */
export function WriteGuide({ base, title, text }: { base: string; title: string; text: string }) {
  const { say } = useReader()
  return (
    <form class="stack" method="post" action={`${base}/guides`} enctype="multipart/form-data">
      <h3>{title}</h3>
      <p class="field">
        <label for="guide-text">{say('guides.text')}</label>
        <span class="hint" id="guide-text-hint">
          {say('guides.text-hint')}
        </span>
        <textarea id="guide-text" name="text" rows={text ? 24 : 12} required aria-describedby="guide-text-hint" placeholder={say('guides.text-example')}>
          {text}
        </textarea>
      </p>
      <p class="field">
        <label for="guide-name">{say('guides.name')}</label>
        <span class="hint" id="guide-name-hint">
          {say('guides.name-hint')}
        </span>
        <input id="guide-name" name="name" autocomplete="off" aria-describedby="guide-name-hint" />
      </p>
      <p>
        <button class="button first" type="submit">
          {say('guides.create')}
        </button>
      </p>
    </form>
  )
}

function ReadFile({ base }: { base: string }) {
  const { say } = useReader()
  return (
    <form class="stack" method="post" action={`${base}/guides`} enctype="multipart/form-data">
      <h3>{say('guides.file-title')}</h3>
      <p class="field">
        <label for="guide-file">{say('guides.file')}</label>
        <span class="hint">{say('guides.file-why')}</span>
        <input id="guide-file" type="file" name="file" accept=".md,.txt,.docx,.odt,.rtf,.pdf,.html" required />
      </p>
      <p>
        <button class="button" type="submit">
          {say('guides.read')}
        </button>
      </p>
    </form>
  )
}

function Propose({ base, sources }: Props) {
  const { say } = useReader()
  return (
    <form class="stack" method="post" action={`${base}/guides/proposal`}>
      <h3>{say('guides.propose-title')}</h3>
      <p>{say('guides.propose-why')}</p>
      <details>
        <summary>{say('guides.propose-choose')}</summary>
        <fieldset class="scroll-list">
          <legend class="vh">{say('guides.propose-choose')}</legend>
          {sources.map((source) => (
            <label class="check">
              <input type="checkbox" name="sourceId" value={`${source.id}`} />
              <span>{source.title}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <p>
        <button class="button" type="submit">
          {say('guides.propose')}
        </button>
      </p>
    </form>
  )
}
