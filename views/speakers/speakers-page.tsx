import type { SpeakerRole } from '../../src/domain/source.ts'
import { RoleOptions } from '../imports/role-options.tsx'
import { useReader } from '../layout/reader.ts'

type Speaker = { id: number; label: string; role: SpeakerRole; caseName: string | null; turns: number; sources: number }
type Props = {
  of: { source: { id: number; title: string }; speakers: readonly Speaker[]; from: number; of: number; caseNames: readonly string[]; paragraphs: number }
  shown: number
  slug: string
}

/** Who each speaker of a source is: a form each. */
export function SpeakersPage({ of, shown, slug }: Props) {
  const { say, may } = useReader()
  const base = `/projects/${slug}/sources/${of.source.id}`
  return (
    <>
      <div class="page-head">
        <h1>{say('speakers.title', { name: of.source.title })}</h1>
        <p class="lead">{of.of === 0 ? say('speakers.none') : say('speakers.lead')}</p>
        <p class="row">
          <a href={base}>{say('list.open', { name: of.source.title })}</a>
          <a href={`${base}/edit`}>{say('list.change-of', { name: of.source.title })}</a>
        </p>
      </div>
      {of.of > 0 && (
        <section class="section">
          <p class="quiet" id="case-why">
            {say('speakers.case-why')}
          </p>
          <p class="quiet">{say('speakers.merges')}</p>
          <ul class="lines speaker-lines">
            {of.speakers.map((speaker) => (
              <SpeakerLine speaker={speaker} to={`${base}/speakers/${speaker.id}`} />
            ))}
          </ul>
          {of.of > shown && <Pages from={of.from} of={of.of} shown={shown} base={`${base}/speakers`} />}
        </section>
      )}
      {may('code') && <NewSpeaker of={of} to={`${base}/speakers`} />}
      <datalist id="cases">
        {of.caseNames.slice(0, 2000).map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </>
  )
}

/** One speaker. `#speaker-3` ← POST of who it is; what is written about the others and not saved yet stays. */
export function SpeakerLine({ speaker, to }: { speaker: Speaker; to: string }) {
  return (
    <li id={`speaker-${speaker.id}`}>
      <SpeakerForm speaker={speaker} to={to} />
    </li>
  )
}

function SpeakerForm({ speaker: { id, label, role, caseName, turns, sources }, to }: { speaker: Speaker; to: string }) {
  const { say } = useReader()
  return (
    <form class="row end" method="post" action={to} hx-post={to} aria-label={label}>
      <div class="field">
        <label for={`name-${id}`}>{say('speakers.name')}</label>
        <input id={`name-${id}`} name="name" value={label} required maxlength={200} autocomplete="off" />
      </div>
      <div class="field">
        <label for={`role-${id}`}>{say('speakers.role')}</label>
        <select id={`role-${id}`} name="role">
          <RoleOptions chosen={role} speaks />
        </select>
      </div>
      <div class="field">
        <label for={`case-${id}`}>{say('speakers.case')}</label>
        <input id={`case-${id}`} name="caseName" value={caseName ?? ''} maxlength={200} list="cases" autocomplete="off" aria-describedby="case-why" />
      </div>
      <span class="quiet nowrap">{say('speakers.turns', { n: turns })}</span>
      {sources > 1 && (
        <label class="check">
          <input type="checkbox" name="everywhere" value="yes" />
          <span>{say('speakers.everywhere', { label, n: sources })}</span>
        </label>
      )}
      <button class="button" type="submit" id={`save-${id}`} aria-label={say('speakers.save', { label })}>
        {say('act.save')}
      </button>
    </form>
  )
}

/** Who speaks where nobody was marked: a name, and the paragraphs that they say. The whole text, where the source has no speakers. */
function NewSpeaker({ of: { of, paragraphs }, to }: { of: Props['of']; to: string }) {
  const { say } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('speakers.new')}</h2>
      </header>
      <p class="quiet">{say('speakers.new-why')}</p>
      <form class="row end" method="post" action={to}>
        <div class="field">
          <label for="new-name">{say('speakers.name')}</label>
          <input id="new-name" name="name" required maxlength={200} autocomplete="off" />
        </div>
        <div class="field">
          <label for="new-role">{say('speakers.role')}</label>
          <select id="new-role" name="role">
            <RoleOptions chosen="informant" speaks />
          </select>
        </div>
        <div class="field">
          <label for="new-case">{say('speakers.case')}</label>
          <input id="new-case" name="caseName" maxlength={200} list="cases" autocomplete="off" />
        </div>
        <div class="field short">
          <label for="new-from">{say('speakers.from')}</label>
          <input id="new-from" name="from" type="number" min={1} max={paragraphs} value={of === 0 ? 1 : undefined} required />
        </div>
        <div class="field short">
          <label for="new-to">{say('speakers.to')}</label>
          <input id="new-to" name="to" type="number" min={1} max={paragraphs} value={of === 0 ? paragraphs : undefined} required />
        </div>
        <button class="button" type="submit">
          {say('speakers.add')}
        </button>
      </form>
    </section>
  )
}

function Pages({ from, of, shown, base }: { from: number; of: number; shown: number; base: string }) {
  const { say } = useReader()
  return (
    <p class="row">
      <span class="quiet">{say('speakers.shown', { from: from + 1, to: Math.min(from + shown, of), of })}</span>
      {from > 0 && <a href={`${base}?from=${Math.max(from - shown, 0)}`}>{say('speakers.earlier')}</a>}
      {from + shown < of && <a href={`${base}?from=${from + shown}`}>{say('speakers.later')}</a>}
    </p>
  )
}
