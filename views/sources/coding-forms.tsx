import { flatten } from '../../src/domain/code.ts'
import { adjoins, type Coding } from '../../src/domain/coding.ts'
import { type Nudge, nudges } from '../../src/domain/nudge.ts'
import { paragraphsUnder } from '../../src/domain/paragraph.ts'
import { sentencesOf } from '../../src/domain/sentence.ts'
import { CodeOptions } from '../codebook/code-options.tsx'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: TranscriptView; coding: Coding }

/** Take the code off the words. */
export function RemoveForm({ of, coding }: Props) {
  const { say } = useReader()
  const action = `${of.project}/codings/${coding.id}/removal`
  return (
    <form method="post" action={action} hx-post={action} hx-swap="none" data-act="remove">
      <button class="link" type="submit">
        {say('act.remove')} <kbd aria-hidden="true">Del</kbd>
      </button>
    </form>
  )
}

/** Move the edges of a coding by a word; a script may fill in a place of its own. */
export function EdgesForm({ of, coding }: Props) {
  const { say } = useReader()
  const action = `${of.project}/codings/${coding.id}/edges`
  return (
    <form
      class="row edges"
      method="post"
      action={action}
      hx-post={action}
      hx-swap="none"
      data-act="edges"
      data-start={coding.span.start}
      data-end={coding.span.end}
    >
      <input type="hidden" name="version" value={String(of.source.versionId)} />
      <input type="hidden" name="start" value="" disabled />
      <input type="hidden" name="end" value="" disabled />
      {nudges.map((way) => (
        <button class="link small" type="submit" name="nudge" value={way} title={say(`source.nudge-${way}`)}>
          {say(`source.nudge-sign-${way}`)} <kbd aria-hidden="true">{keyOf[way]}</kbd>
        </button>
      ))}
    </form>
  )
}
const keyOf: Record<Nudge, string> = { 'start-back': '{', 'start-on': '}', 'end-back': '[', 'end-on': ']' }

/** Part a coding before one of its sentences. */
export function PartForm({ of, coding }: Props) {
  const { say } = useReader()
  const action = `${of.project}/codings/${coding.id}/parting`
  const places = sentencesUnder(of, coding).slice(1)
  if (places.length === 0) return null
  return (
    <form class="row" method="post" action={action} hx-post={action} hx-swap="none" data-act="part">
      <input type="hidden" name="version" value={String(of.source.versionId)} />
      <label>
        <span class="vh">{say('source.part-before')}</span>
        <select name="at">
          {places.map(({ start, words }) => (
            <option value={String(start)}>{words}</option>
          ))}
        </select>
      </label>
      <button class="link" type="submit">
        {say('source.part')}
      </button>
    </form>
  )
}

function sentencesUnder({ text, paragraphs, source }: TranscriptView, { span }: Coding) {
  return paragraphsUnder(paragraphs, span)
    .flatMap((one) => sentencesOf(text.slice(one.start, one.end), source.language, one.start))
    .filter((one) => one.end > span.start && one.start < span.end)
    .slice(0, 60)
    .map(({ start, end }) => ({ start: Math.max(start, span.start), words: `… ${text.slice(start, Math.min(end, start + 48)).toWellFormed()}` }))
}

/** Make one of this coding and those of the same code that adjoin it. */
export function JoinForm({ of, coding }: Props) {
  const { say } = useReader()
  const action = `${of.project}/codings/${coding.id}/joining`
  const near = of.codings.some(
    (one) => one.id !== coding.id && one.codeId === coding.codeId && one.coderId === coding.coderId && adjoins(of.text, one.span, coding.span),
  )
  if (!near) return null
  return (
    <form method="post" action={action} hx-post={action} hx-swap="none" data-act="join">
      <button class="link" type="submit">
        {say('source.join')}
      </button>
    </form>
  )
}

/** Put another code on the same words, beside this one. */
export function CopyForm({ of, coding }: Props) {
  const { say } = useReader()
  const action = `${of.project}/codings/${coding.id}/copies`
  return (
    <form class="row" method="post" action={action} hx-post={action} hx-swap="none" data-act="copy">
      <CodeSelect of={of} label={say('source.copy')} chosen={null} />
      <button class="link" type="submit">
        {say('source.copy')}
      </button>
    </form>
  )
}

function CodeSelect({ of, label, chosen }: { of: TranscriptView; label: string; chosen: number | null }) {
  return (
    <label>
      <span class="vh">{label}</span>
      <select name="codeId">
        <CodeOptions codes={flatten(of.tree)} chosen={[chosen]} />
      </select>
    </label>
  )
}

/** Put another code in its place. */
export function RecodeForm({ of, coding }: Props) {
  const { say } = useReader()
  const action = `${of.project}/codings/${coding.id}/code`
  return (
    <form class="row" method="post" action={action} hx-post={action} hx-swap="none" data-act="recode">
      <CodeSelect of={of} label={say('source.recode')} chosen={coding.codeId} />
      <button class="link" type="submit">
        {say('source.recode')}
      </button>
    </form>
  )
}
