import type { CloudChoices } from '../../src/domain/cloud-count.ts'
import { type CloudRequest, formatGroup, MOST_WORDS, queryOf } from '../../src/domain/cloud-request.ts'
import { useReader } from '../layout/reader.ts'
import { type Choice, Select } from '../layout/select.tsx'

type Props = { slug: string; request: CloudRequest; choices: CloudChoices; cuts: string; groups: readonly Choice[] }

/** What the cloud shows, as a sentence with choices; an ordinary form that asks for the page again. */
export function CloudForm({ slug, request, choices, cuts, groups }: Props) {
  const { say, coderName } = useReader()
  const from: Choice[] = (['words', 'labels'] as const).map((value) => ({ value, label: say(`cloud.from-${value}`) }))
  const codes = choices.codes.map(({ id, key, label, depth }) => ({ value: `${id}`, label: `${'\u2003'.repeat(depth)}${key} ${label}` }))
  const questions = choices.questions.map(({ id, number, text }) => ({
    value: `${id}`,
    label: `${number}. ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`,
  }))
  const weighs: Choice[] = (['cases', 'quotations'] as const).map((value) => ({ value, label: say(`cloud.weigh-${value}`) }))
  const runs: Choice[] = [1, 2, 3].map((n) => ({ value: `${n}`, label: say(`cloud.run-${n as 1 | 2 | 3}`) }))
  const cases = choices.cases.map(({ id, name }) => ({ value: `${id}`, label: name }))
  const coders = choices.coders.map(({ id, name }) => ({ value: `${id}`, label: coderName(name) }))
  const group = request.group && formatGroup(request.group)
  return (
    <form action={`/projects/${slug}/word-cloud`} class="cloud-form" aria-label={say('cloud.form')}>
      <p class="sentence">
        <Select name="from" label={say('cloud.from')} chosen={request.from} options={from} />{' '}
        <Select name="theme" label={say('cloud.theme')} all={say('cloud.theme-all')} chosen={request.themeId} options={codes} />{' '}
        {choices.questions.length > 0 && (
          <Select name="asked" label={say('cloud.asked-in')} all={say('cloud.asked-all')} chosen={request.questionId} options={questions} />
        )}{' '}
        {cases.length > 0 && <Select name="case" label={say('cloud.case')} all={say('cloud.case-all')} chosen={request.caseId} options={cases} />}{' '}
        <Select name="coder" label={say('cloud.coder')} all={say('cloud.coder-all')} chosen={request.coderId} options={coders} />
        {groups.length > 0 && (
          <>
            {' '}
            <Select name="group" label={say('cloud.group')} all={say('cloud.group-all')} chosen={group} options={groups} />{' '}
            <Select
              name="beside"
              label={say('cloud.beside')}
              all={say('cloud.beside-none')}
              chosen={request.beside && formatGroup(request.beside)}
              options={groups}
            />
          </>
        )}
      </p>
      {request.filter && <input type="hidden" name="filter" value={request.filter} />}
      <div class="controls">
        <Cuts value={cuts} choices={choices} />
        {request.from === 'labels' ? (
          <Select name="weigh" label={say('cloud.weigh')} chosen={request.weigh} options={weighs} />
        ) : (
          <Select name="run" label={say('cloud.run')} chosen={request.run} options={runs} />
        )}
        <Count name="least" label={say('cloud.least')} value={request.least} max={9999} />
        <Count name="most" label={say('cloud.most')} value={request.most} max={MOST_WORDS} />
        <label class="row">
          {say('cloud.without')}
          <input name="without" value={request.without.join(', ')} placeholder={say('cloud.without-hint')} maxlength={4000} autocomplete="off" />
        </label>
        <button class="button first" type="submit">
          {say('cloud.show')}
        </button>
      </div>
      {request.without.length > 0 && <Hidden slug={slug} request={request} page="word-cloud" />}
    </form>
  )
}

/** The words that the project never counts, for everybody; each other cloud leaves out its own. */
export function StopWords({ slug, words }: { slug: string; words: readonly string[] }) {
  const { say, path } = useReader()
  return (
    <details class="stop-words">
      <summary>{say('cloud.stop-words', { n: words.length })}</summary>
      <form class="stack" method="post" action={`/projects/${slug}/word-cloud/stop-words`}>
        <input type="hidden" name="back" value={path} />
        <label for="stop-words">{say('cloud.stop-words-how')}</label>
        <textarea id="stop-words" name="words" rows={3} maxlength={20_000}>
          {words.join(', ')}
        </textarea>
        <button class="button" type="submit">
          {say('act.save')}
        </button>
      </form>
    </details>
  )
}

/** Where groups of numbers begin: where they part most evenly, until somebody says otherwise. */
export function Cuts({ value, choices }: { value: string; choices: CloudChoices }) {
  const { say } = useReader()
  if (!choices.attributes.some(({ type }) => type === 'number')) return null
  return (
    <label class="row">
      {say('compare.cuts')} <input name="cuts" value={value} inputmode="numeric" placeholder="5000; 10000" maxlength={500} autocomplete="off" />
    </label>
  )
}

/** A number to choose. */
export function Count({ name, label, value, max }: { name: string; label: string; value: number; max: number }) {
  return (
    <label class="row">
      {label}
      <input class="cloud-number" type="number" name={name} value={`${value}`} min={1} max={max} inputmode="numeric" />
    </label>
  )
}

/** The words that are left out, each to take back. `page`: the page of the project that they are left out of. */
export function Hidden({ slug, request, page }: { slug: string; request: CloudRequest; page: 'word-cloud' | 'words' }) {
  const { say } = useReader()
  const address = (without: readonly string[]) => `/projects/${slug}/${page}${queryOf({ ...request, without })}`
  return (
    <p class="row small">
      <span class="quiet">{say('cloud.hidden')}</span>
      {request.without.map((word) => (
        <a href={address(request.without.filter((other) => other !== word))} aria-label={say('cloud.unhide', { word })}>
          {word}
        </a>
      ))}
      <a class="quiet" href={address([])}>
        {say('cloud.unhide-all')}
      </a>
    </p>
  )
}
