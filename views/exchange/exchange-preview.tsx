import type { Exchanged, FoundHabit } from '../../src/domain/exchanged.ts'
import type { Say } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'
import { LanguageField } from '../projects/language-field.tsx'
import { LossList } from './loss-list.tsx'

/** `into`: the slug of the project that it is compared with, '' for a new one. */
export type ExchangePreviewProps = {
  path: string
  into: string
  projects: readonly { slug: string; name: string }[]
  plan: {
    draft: {
      kind: string
      project: Exchanged
      losses: Parameters<typeof LossList>[0]['losses']
      habit: FoundHabit | null
      sources: readonly { title: string }[]
    }
    here: { name: string } | null
    codes: readonly { path: string; known: boolean }[]
    coders: readonly { name: string; known: boolean }[]
    knownSources: number
    quotations: number
    codings: number
  }
}

/** What a file of another program holds and what can't come along, and where it goes: before anything is kept. */
export function ExchangePreview(props: ExchangePreviewProps) {
  const { say } = useReader()
  const { project, losses, habit } = props.plan.draft
  const study = props.plan.draft.kind === 'study'
  return (
    <>
      <div class="page-head">
        <h1>{say('exchange.preview')}</h1>
        <p class="lead">
          {project.origin === '' ? say('exchange.from-unknown') : say('exchange.from', { origin: project.origin })} {say('exchange.preview-lead')}
        </p>
      </div>
      {study && (
        <p class="sentence">
          {say('exchange.study')} {props.plan.here && say('exchange.study-is-here', { name: props.plan.here.name })}{' '}
          {props.into !== '' && say('exchange.study-into')}
        </p>
      )}
      <Holds {...props} />
      {habit && !study && (
        <section class="section stack">
          <h2>{say('exchange.habit')}</h2>
          <p>{habitSaid(say, habit)}</p>
        </section>
      )}
      {!study && (
        <section class="section stack">
          <h2>{say('exchange.lost')}</h2>
          {losses.length > 0 ? <LossList losses={losses} /> : <p>{say('exchange.lost-none')}</p>}
        </section>
      )}
      <Where {...props} />
    </>
  )
}

function habitSaid(say: Say, { unit, crlf, inclusive, by, agree, of }: FoundHabit): string {
  const end = say(`exchange.end.${inclusive ? 'inclusive' : 'exclusive'}`)
  const words = { unit: say(`exchange.unit.${unit}`), crlf: say(`exchange.crlf.${crlf}`), end }
  return say('exchange.habit-said', { ...words, by: say(`exchange.by.${by}`, { agree, of }) })
}

function Holds({ plan, into }: ExchangePreviewProps) {
  const { say } = useReader()
  const { project, sources } = plan.draft
  const knownCodes = plan.codes.filter((code) => code.known).length
  const known = into !== ''
  const lines = [
    sources.length > 0 && say(known ? 'exchange.sources-known' : 'exchange.sources', { n: sources.length, known: plan.knownSources }),
    say(known ? 'exchange.codes-known' : 'exchange.codes', { n: plan.codes.length, known: knownCodes }),
    plan.codings > 0 && say('exchange.codings', { n: plan.codings, quotations: plan.quotations }),
    plan.coders.length > 0 && say('exchange.coders', { n: plan.coders.length, names: plan.coders.map((one) => one.name).join(', ') }),
    project.cases.length > 0 && say('exchange.cases', { n: project.cases.length }),
    project.memos.length > 0 && say('exchange.memos', { n: project.memos.length }),
    project.sets.length > 0 && say('exchange.sets', { n: project.sets.length }),
  ].filter((line) => line !== false)
  return (
    <section class="section stack">
      <h2>{say('exchange.holds')}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {known && plan.knownSources > 0 && <p class="quiet">{say('exchange.codings-known')}</p>}
      <details>
        <summary>{say('exchange.all-codes')}</summary>
        <ul class="code-paths">
          {plan.codes.map((code) => (
            <li>
              {code.path} {known && <span class="quiet small">{say(code.known ? 'exchange.code-known' : 'exchange.code-new')}</span>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Where({ path, into, projects, plan }: ExchangePreviewProps) {
  const { say } = useReader()
  return (
    <form class="section stack narrow-form" method="post" action={`${path}/confirmation`}>
      <h2 id="where">{say('exchange.where')}</h2>
      <div class="field">
        <select id="into" name="into" aria-labelledby="where">
          {!plan.here && (
            <option value="" selected={into === ''}>
              {say('exchange.where-new')}
            </option>
          )}
          {projects.map((one) => (
            <option value={one.slug} selected={one.slug === into}>
              {say('exchange.where-known', { name: one.name })}
            </option>
          ))}
        </select>
      </div>
      <p class="row">
        <button class="button" type="submit" formmethod="get" formaction={path}>
          {say('exchange.look-again')}
        </button>
      </p>
      {into === '' && plan.draft.kind !== 'study' && (
        <>
          <div class="field">
            <label for="name">{say('exchange.name')}</label>
            <input id="name" name="name" value={plan.draft.project.name} maxlength={200} autocomplete="off" />
          </div>
          <LanguageField />
        </>
      )}
      <p class="row">
        <button class="button first" type="submit">
          {say('exchange.confirm')}
        </button>
        <button class="button" type="submit" formaction={`${path}/cancellation`} formnovalidate>
          {say('act.cancel')}
        </button>
      </p>
    </form>
  )
}
