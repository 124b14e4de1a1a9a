import type { CodeNode } from '../../src/domain/code.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'
import { CodebookChoice } from './codebook-choice.tsx'

type Props = { project: { slug: string; name: string; researchQuestion: string }; themes: readonly CodeNode[]; starting: readonly string[]; demo: boolean }

/** A study without sources: three things, in order, each a real form. */
export function EmptyStudy({ project, themes, starting, demo }: Props) {
  const { say } = useReader()
  const base = `/projects/${project.slug}`
  return (
    <>
      <div class="page-head">
        <h1>{project.name}</h1>
        <p class="lead">{say('study.empty')}</p>
      </div>
      <ol class="steps">
        <li class="now">
          <form method="post" action={`${base}/imports`} enctype="multipart/form-data">
            <h2>{say('study.step-import')}</h2>
            <p>{say('study.step-import-why')}</p>
            <div class="drop">
              <label for="files">
                <b>{say('study.choose-files')}</b>
              </label>
              <input id="files" type="file" name="files" multiple />
              <p class="quiet small">{say('study.formats')}</p>
            </div>
            <p class="row">
              <button class="button first" type="submit">
                {say('study.read-files')}
              </button>
            </p>
          </form>
        </li>
        <li>{themes.length === 0 ? <ChooseCodebook base={base} starting={starting} /> : <HasCodebook base={base} themes={themes} />}</li>
        <li>
          <form method="post" action={base}>
            <h2>{say('study.step-question')}</h2>
            <div class="field">
              <label class="hint quiet" for="question">
                {say('study.step-question-why')}
              </label>
              <textarea id="question" name="question" rows={3} maxlength={2000}>
                {project.researchQuestion}
              </textarea>
            </div>
            <p class="row">
              <button class="button first" type="submit">
                {say('act.save')}
              </button>
            </p>
          </form>
        </li>
      </ol>
      {demo && (
        <p class="quiet">
          {say('study.see-demo')} <a href="/projects/demo">{say('study.open-demo')}</a>
        </p>
      )}
    </>
  )
}

function ChooseCodebook({ base, starting }: { base: string; starting: readonly string[] }) {
  const { say } = useReader()
  return (
    <form method="post" action={`${base}/codebook/file`} enctype="multipart/form-data">
      <h2 id="cb">{say('study.step-codebook')}</h2>
      <p>{say('study.step-codebook-why')}</p>
      <CodebookChoice labelledBy="cb" themes={starting} />
      <p class="row">
        <button class="button first" type="submit">
          {say('study.choose')}
        </button>
      </p>
    </form>
  )
}

function HasCodebook({ base, themes }: { base: string; themes: readonly CodeNode[] }) {
  const { say } = useReader()
  return (
    <div>
      <h2>{say('study.step-codebook-done')}</h2>
      <p>{say('study.step-codebook-why')}</p>
      <p class="row">
        {themes.map((theme) => (
          <span class="code-name">
            <Key code={theme} />
            {theme.label}
          </span>
        ))}
      </p>
      <p class="row">
        <a href={`${base}/codebook`}>{say('study.to-codebook')}</a>
      </p>
    </div>
  )
}
