import type { ImportDraft } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'

/** `answers`: whether sources of the project follow an interview guide; `toFind`: whether some follow none, though there is one. */
type Props = { slug: string; done: number; answers: boolean; toFind: boolean; waiting: ImportDraft[] }

/** Where files are dropped or chosen; above it what was just imported, and drafts that still wait. */
export function ImportForm({ slug, done, answers, toFind, waiting }: Props) {
  const { say } = useReader()
  const path = `/projects/${slug}/imports`
  return (
    <>
      <div class="page-head">
        <h1>{say('import.title')}</h1>
        <p class="lead">{say('import.lead')}</p>
      </div>
      {done > 0 && <Done slug={slug} count={done} answers={answers} toFind={toFind} />}
      {waiting.length > 0 && <Waiting path={path} waiting={waiting} />}
      <section class="section">
        <form method="post" action={path} enctype="multipart/form-data" data-import-drop={say('import.drop-anywhere')} data-sending={say('import.sending')}>
          <input type="hidden" name="paths" value="" />
          <div class="drop">
            <label for="files">
              <b>{say('import.drop')}</b>
              {say('import.or-choose')}
            </label>
            <input id="files" type="file" name="files" multiple />
            <label for="folder">{say('import.or-folder')}</label>
            <input id="folder" type="file" name="files" multiple {...{ webkitdirectory: true }} />
            <p class="quiet small">{say('import.formats')}</p>
            <button class="button first" type="submit">
              {say('import.read')}
            </button>
            <p class="small" role="status" data-state></p>
          </div>
        </form>
      </section>
      <HowSpeakers />
      <p>
        <a class="in-words" href={`/projects/${slug}/exchange`}>
          {say('exchange.to-exchange')}
        </a>{' '}
        <span class="quiet">{say('exchange.lead')}</span>
      </p>
    </>
  )
}

function Done({ slug, count, answers, toFind }: { slug: string; count: number; answers: boolean; toFind: boolean }) {
  const { say } = useReader()
  return (
    <section class="section import-done" aria-labelledby="import-done">
      <h2 id="import-done" role="status">
        {say('import.done', { n: count })}
      </h2>
      <p>{say('import.done-hint')}</p>
      <div class="row">
        <a class="button first" href={`/projects/${slug}/sources`}>
          {say('import.to-sources')}
        </a>
        {answers && (
          <a class="button" href={`/projects/${slug}/answers`}>
            {say('import.to-answers')}
          </a>
        )}
        {toFind && (
          <a class="button" href={`/projects/${slug}/guides`}>
            {say('import.to-guides')}
          </a>
        )}
        <form method="post" action={`/projects/${slug}/undo`}>
          <input type="hidden" name="back" value={`/projects/${slug}/imports`} />
          <button class="button" type="submit">
            {say('act.undo')}
          </button>
        </form>
      </div>
    </section>
  )
}

function Waiting({ path, waiting }: { path: string; waiting: ImportDraft[] }) {
  const { say, when } = useReader()
  return (
    <section class="notice" aria-labelledby="import-waiting">
      <strong id="import-waiting">{say('import.waiting', { n: waiting.length })}</strong>
      <ul>
        {waiting.map((draft) => (
          <li>
            <a href={`${path}/${draft.id}`}>{say('import.waiting-one', { files: draft.files.length, when: when(draft.madeAt) })}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function HowSpeakers() {
  const { say } = useReader()
  return (
    <section class="section import-how">
      <h2>{say('import.how-title')}</h2>
      <p>{say('import.how')}</p>
      <blockquote>
        <p>{say('import.how-example-1')}</p>
        <p>{say('import.how-example-2')}</p>
      </blockquote>
      <p class="quiet small">{say('import.how-more')}</p>
    </section>
  )
}
