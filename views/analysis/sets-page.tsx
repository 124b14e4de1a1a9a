import { useReader } from '../layout/reader.ts'

type ShownSet = { id: number; name: string; text: string; sentence: string; quotations: number | null }

/** The filters that a project keeps under a name: what each is, what it selects, and how it is used. */
export function SetsPage({ slug, sets }: { slug: string; sets: readonly ShownSet[] }) {
  const { say } = useReader()
  return (
    <>
      <header class="page-head">
        <h1>{say('set.title')}</h1>
        <p class="lead">{say('set.lead')}</p>
      </header>
      {sets.map((set) => (
        <SetSection slug={slug} set={set} />
      ))}
      <section class="section">
        <header>
          <h2>{say('set.new')}</h2>
        </header>
        <form method="post" action={`/projects/${slug}/sets`} class="set-form">
          <Fields id="new" name="" text="" />
          <p class="row end">
            <button class="button first" type="submit">
              {say('set.save')}
            </button>
          </p>
        </form>
      </section>
    </>
  )
}

function SetSection({ slug, set }: { slug: string; set: ShownSet }) {
  const { say } = useReader()
  const use = `set:"${set.name.replace(/["\\]/g, '\\$&')}"`
  const filter = encodeURIComponent(use)
  return (
    <section class="section" id={`set-${set.id}`}>
      <header>
        <h2>{set.name}</h2>
        <span class="row push small">
          <a href={`/projects/${slug}/matrix?set=${encodeURIComponent(set.name)}`}>{say('set.to-matrix')}</a>
        </span>
      </header>
      <p class="sentence">{set.sentence}</p>
      <p class="row small">
        {set.quotations === null ? (
          <span class="needs-you">{say('set.broken')}</span>
        ) : (
          <a href={`/projects/${slug}/quotations?filter=${filter}`}>{say('quotations.count', { n: set.quotations })}</a>
        )}
        <span class="quiet">{say('set.use', { use })}</span>
      </p>
      <details class="narrowing">
        <summary class="button">{say('set.change')}</summary>
        <form method="post" action={`/projects/${slug}/sets/${set.id}`} class="set-form">
          <Fields id={`${set.id}`} name={set.name} text={set.text} />
          <p class="row end">
            <button class="button" type="submit">
              {say('act.save')}
            </button>
          </p>
        </form>
        <form method="post" action={`/projects/${slug}/sets/${set.id}/removal`}>
          <button class="button bare" type="submit">
            {say('set.remove')}
          </button>
        </form>
      </details>
    </section>
  )
}

function Fields({ id, name, text }: { id: string; name: string; text: string }) {
  const { say } = useReader()
  return (
    <>
      <div class="field">
        <label for={`name-${id}`}>{say('set.name')}</label>
        <input id={`name-${id}`} name="name" value={name} required maxlength={200} autocomplete="off" />
      </div>
      <div class="field">
        <label for={`filter-${id}`}>{say('filter.label')}</label>
        <textarea id={`filter-${id}`} name="filter" required rows={2} spellcheck={false} aria-describedby={`hint-${id}`}>
          {text}
        </textarea>
        <span class="hint" id={`hint-${id}`}>
          {say('filter.hint')}
        </span>
      </div>
    </>
  )
}
