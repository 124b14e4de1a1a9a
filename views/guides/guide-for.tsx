import { useReader } from '../layout/reader.ts'

/** `sentence`: whom somebody said that the guide is for, in words; `text`: the same as it is written. `untied`: names of cases without a source that no guide is known to be for. */
export type ShownGuideFor = { n: number; without: number; sentence: string; text: string; broken: boolean; untied: readonly string[] }
const MOST_NAMES = 8

/** By which rule cases stand in the guide's grid and in every count of who was asked, and the form that says whom it is for. */
export function GuideFor({ path, of }: { path: string; of: ShownGuideFor }) {
  const { say } = useReader()
  const action = `${path}/cases`
  return (
    <section class="section stack" id="for">
      <h2>{say('guides.for-title')}</h2>
      <GuideRule of={of} />
      <form class="row end" method="post" action={action} hx-post={action} hx-swap="none">
        <label class="field grow">
          <span class="label">{say('guides.for-label')}</span>
          <input name="filter" value={of.text} autocomplete="off" spellcheck={false} aria-describedby="for-hint" />
        </label>
        <button class="button" type="submit">
          {say('act.save')}
        </button>
      </form>
      <p class="hint" id="for-hint">
        {say('guides.for-hint')}
      </p>
    </section>
  )
}

/** The rule in words, what it gives now, and whom it leaves out. */
export function GuideRule({ of: { n, without, sentence, broken, untied } }: { of: Omit<ShownGuideFor, 'text'> }) {
  const { say } = useReader()
  const names = [...untied.slice(0, MOST_NAMES), ...(untied.length > MOST_NAMES ? ['…'] : [])].join(', ')
  return (
    <p>
      {say('guides.for-rule')} {sentence && !broken ? say('guides.for-said', { sentence }) : say('guides.for-kind')}{' '}
      {say(without > 0 ? 'guides.for-now-without' : 'guides.for-now', { n, without })}
      {untied.length > 0 && ` ${say('guides.for-untied', { n: untied.length, names })}`}
      {broken && <strong class="needs-you"> {say('guides.for-broken')}</strong>}
    </p>
  )
}
