import type { SourceKind, SourceLanguage } from '../../src/domain/source.ts'
import { KindOptions, LanguageOptions } from '../imports/source-options.tsx'
import { useReader } from '../layout/reader.ts'

type Props = {
  source: { id: number; title: string; words: number; language: SourceLanguage; kind: SourceKind }
  cases: readonly { id: number; name: string }[]
  caseNames: readonly string[]
  /** Cases that speak in the source. */
  speaking: readonly number[]
  /** How many codings in it each coder has. */
  byCoder: ReadonlyMap<number, number>
  slug: string
}

/** What can be changed about a source beside its text: its name, its language and kind, its cases; and taking it away. */
export function SourceEdit({ source, cases, caseNames, speaking, byCoder, slug }: Props) {
  const { say } = useReader()
  const base = `/projects/${slug}/sources/${source.id}`
  const codings = [...byCoder.values()].reduce((sum, n) => sum + n, 0)
  return (
    <>
      <div class="page-head">
        <h1>{say('list.change-of', { name: source.title })}</h1>
        <p class="row">
          <a href={base}>{say('list.open', { name: source.title })}</a>
          <a href={`${base}/speakers`}>{say('speakers.link')}</a>
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
        <Description base={base} source={source} />
        <CasesForm base={base} cases={cases} names={caseNames} speaking={speaking} />
        <form class="section stack" method="post" action={`${base}/removal`}>
          <p>{codings > 0 ? say('list.remove-why', { n: codings, people: byCoder.size }) : say('list.remove-uncoded')}</p>
          <button class="button" type="submit">
            {say('list.remove')}
          </button>
        </form>
      </div>
    </>
  )
}

/** What import guessed of it. */
function Description({ base, source }: { base: string; source: Props['source'] }) {
  const { say } = useReader()
  return (
    <form class="section stack" method="post" action={`${base}/description`}>
      <div class="field">
        <label for="language">{say('import.language')}</label>
        <select id="language" name="language">
          <LanguageOptions chosen={source.language} />
        </select>
      </div>
      <div class="field">
        <label for="kind">{say('import.kind')}</label>
        <select id="kind" name="kind">
          <KindOptions chosen={source.kind} />
        </select>
      </div>
      <button class="button" type="submit">
        {say('list.describe')}
      </button>
    </form>
  )
}

/** Each of its cases can be unticked, and one more named. A case that speaks in the source is changed where its speaker is. */
function CasesForm({ base, cases, names, speaking }: { base: string; cases: Props['cases']; names: readonly string[]; speaking: readonly number[] }) {
  const { say } = useReader()
  return (
    <form class="section stack" method="post" action={`${base}/cases`}>
      <fieldset class="stack">
        <legend>{say('source-cases.title')}</legend>
        {cases.length === 0 && <p class="quiet">{say('source-cases.none')}</p>}
        {cases.map((one) => (
          <label class="check">
            <input type="checkbox" name="kept" value={String(one.id)} checked disabled={speaking.includes(one.id)} />
            <span>
              {one.name}
              {speaking.includes(one.id) && <span class="quiet">{` (${say('source-cases.speaks')})`}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="case">{say('source-cases.add')}</label>
        <span class="hint" id="case-hint">
          {say('source-cases.hint')}
        </span>
        <input id="case" name="caseName" maxlength={200} list="cases" aria-describedby="case-hint" autocomplete="off" />
        <datalist id="cases">
          {names.slice(0, 2000).map((one) => (
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
