import type { CodeNode } from '../../src/domain/code.ts'
import { useReader } from '../layout/reader.ts'
import { CodeOptions } from './code-options.tsx'
import { Key } from './key.tsx'

type Choice = { label: string; filter: string }
export type SplitView = {
  base: string
  code: CodeNode
  preview: { codingIds: readonly number[]; of: number; joined: number }
  codes: readonly CodeNode[]
  /** Conditions on the codings, all of them at once, as filters in text form. */
  filter: readonly string[]
  /** Codings that were ticked in a list; none: all under the filter. */
  picked: readonly number[]
  into: 'under' | 'beside' | 'code'
  intoId?: number | undefined
  label: string
}
type Props = SplitView & { choices: { attributes: readonly Choice[]; questions: readonly Choice[]; coders: readonly Choice[] } }

/** Part a code: which of its codings, where they go, what becomes of them. Plain forms; a choice of a code is counted as it is made. */
export function SplitPage(of: Props) {
  const { say } = useReader()
  const { base, code } = of
  return (
    <>
      <div class="page-head">
        <h1 class="code-name">
          <Key code={code} /> {say('split.title', { label: code.label })}
        </h1>
        <p>
          <a href={`${base}/codebook?code=${code.id}#code`}>{say('codebook.back')}</a>
        </p>
      </div>
      <div class="narrow-form">
        {of.picked.length === 0 && <WhichForm {...of} />}
        <IntoForm {...of} />
      </div>
    </>
  )
}

/** Which codings: by what their cases are like, by question, by coder, or by any filter. */
function WhichForm({ base, code, filter, choices }: Props) {
  const { say, coderName } = useReader()
  const known = new Set([...choices.attributes, ...choices.questions, ...choices.coders].map((one) => one.filter))
  const other = filter.filter((one) => !known.has(one)).join(' ')
  const coders = choices.coders.map((one) => ({ ...one, label: coderName(one.label) }))
  return (
    <form class="section stack" method="get" action={`${base}/codes/${code.id}/split`}>
      <header>
        <h2>{say('split.which')}</h2>
      </header>
      <Select name="attribute" label={say('split.by-attribute')} all={choices.attributes} chosen={filter} />
      <Select name="question" label={say('split.by-question')} all={choices.questions} chosen={filter} />
      <Select name="coder" label={say('split.by-coder')} all={coders} chosen={filter} />
      <div class="field">
        <label for="filter">{say('filter.label')}</label>
        <input id="filter" name="filter" value={other} autocomplete="off" spellcheck={false} />
      </div>
      <p class="row">
        <button class="button" type="submit">
          {say('split.count')}
        </button>
        <a href={`${base}/quotations?filter=${encodeURIComponent([`code:#${code.id}`, ...filter.map((one) => `(${one})`)].join(' '))}`}>
          {say('split.by-hand')}
        </a>
      </p>
    </form>
  )
}

function Select({ name, label, all, chosen }: { name: string; label: string; all: readonly Choice[]; chosen: readonly string[] }) {
  const { say } = useReader()
  if (all.length === 0) return null
  return (
    <div class="field">
      <label for={`by-${name}`}>{label}</label>
      <select id={`by-${name}`} name="filter">
        <option value="">{say('split.any')}</option>
        {all.map((one) => (
          <option value={one.filter} selected={chosen.includes(one.filter)}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Where they go. */
function IntoForm(of: Props) {
  const { say } = useReader()
  const { base, code, codes, into, preview } = of
  const to = `${base}/codes/${code.id}/split`
  return (
    <form class="section stack" method="post" action={to} id="split-form">
      <header>
        <h2>{say('split.where')}</h2>
      </header>
      <input type="hidden" name="seen" value={String(preview.codingIds.length)} />
      {of.filter.map((one) => (
        <input type="hidden" name="filter" value={one} />
      ))}
      {of.picked.length > 0 && <input type="hidden" name="codings" value={of.picked.join('-')} />}
      {(['under', 'beside'] as const).map((place) => (
        <label class="check">
          <input type="radio" name="into" value={place} checked={into === place} /> {say(`split.into-${place}`, { label: code.label })}
        </label>
      ))}
      <div class="field">
        <label for="split-label">{say('split.new-label')}</label>
        <input id="split-label" name="label" value={of.label} maxlength={200} autocomplete="off" />
      </div>
      <label class="check">
        <input type="radio" name="into" value="code" checked={into === 'code'} /> {say('split.into-code')}
      </label>
      <div class="field">
        <label for="split-into">{say('split.code')}</label>
        <select id="split-into" name="intoId" hx-get={to} hx-include="#split-form" hx-target="#split-said" hx-swap="outerHTML" hx-trigger="change">
          <option value="">{say('split.choose')}</option>
          <CodeOptions codes={codes} chosen={[of.intoId]} />
        </select>
      </div>
      <SplitSaid {...of} />
      <p class="row">
        <button class="button first" type="submit" disabled={preview.codingIds.length === 0}>
          {say('split.do', { n: preview.codingIds.length, of: preview.of })}
        </button>
        <button class="button" type="submit" formmethod="get" formaction={to}>
          {say('split.look')}
        </button>
      </p>
    </form>
  )
}

/** What would happen. `#split-said` ← choosing a code. */
export function SplitSaid({ code, preview, into, intoId, codes, label }: SplitView) {
  const { say } = useReader()
  const { codingIds, of, joined } = preview
  const target = codes.find((one) => one.id === intoId)
  const n = codingIds.length
  if (n === 0)
    return (
      <p class="notice" id="split-said">
        {say('split.none', { label: code.label })}
      </p>
    )
  const where =
    into === 'code' && target
      ? say('split.said-code', { n, of, to: target.label })
      : say(into === 'beside' ? 'split.said-beside' : 'split.said-under', { n, of, label: code.label, to: label })
  return (
    <p id="split-said" aria-live="polite">
      {where} {joined > 0 && say('split.joined', { n: joined })} {n === of ? say('split.all') : say('split.rest', { n: of - n, label: code.label })}
    </p>
  )
}
