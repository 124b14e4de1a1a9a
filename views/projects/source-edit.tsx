import { useReader } from '../layout/reader.ts'

type Props = {
  source: { id: number; title: string; words: number }
  cases: readonly { id: number; name: string }[]
  caseNames: readonly string[]
  slug: string
}

/** What can be changed about a source beside its text: its name, its case; and taking it away. */
export function SourceEdit({ source, cases, caseNames, slug }: Props) {
  const { say } = useReader()
  const base = `/projects/${slug}/sources/${source.id}`
  return (
    <>
      <div class="page-head">
        <h1>{say('list.change-of', { name: source.title })}</h1>
        <p class="row">
          <a href={base}>{say('list.open', { name: source.title })}</a>
          <a href={`${base}/text`}>{say('list.text')}</a>
          <a href={`${base}/replacement`}>{say('text.change')}</a>
          <a href={`${base}/versions`}>{say('text.versions')}</a>
          <a href={`/projects/${slug}/sources`}>{say('list.back')}</a>
        </p>
      </div>
      <div class="stack narrow-form">
        <form class="section stack" method="post" action={`${base}/title`}>
          <div class="field">
            <label for="title">{say('list.name')}</label>
            <input id="title" name="title" value={source.title} required maxlength={200} />
          </div>
          <button class="button" type="submit">
            {say('list.rename')}
          </button>
        </form>
        {cases.length < 2 ? <CaseForm base={base} name={cases[0]?.name ?? ''} names={caseNames} /> : <SeveralCases cases={cases} slug={slug} />}
        <form class="section stack" method="post" action={`${base}/removal`}>
          <p>{say('list.remove-why')}</p>
          <button class="button" type="submit">
            {say('list.remove')}
          </button>
        </form>
      </div>
    </>
  )
}

function CaseForm({ base, name, names }: { base: string; name: string; names: readonly string[] }) {
  const { say } = useReader()
  return (
    <form class="section stack" method="post" action={`${base}/case`}>
      <div class="field">
        <label for="case">{say('list.case-of')}</label>
        <span class="hint" id="case-hint">
          {say('list.case-hint')}
        </span>
        <input id="case" name="caseName" value={name} maxlength={200} list="cases" aria-describedby="case-hint" />
        <datalist id="cases">
          {names.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      </div>
      <button class="button" type="submit">
        {say('act.save')}
      </button>
    </form>
  )
}

/** A source of several cases is linked from the cases' side, where each can be seen. */
function SeveralCases({ cases, slug }: { cases: readonly { id: number; name: string }[]; slug: string }) {
  const { say } = useReader()
  return (
    <p class="section row">
      {say('list.case-of')}:
      {cases.map((one) => (
        <a href={`/projects/${slug}/cases/${one.id}`}>{one.name}</a>
      ))}
    </p>
  )
}
