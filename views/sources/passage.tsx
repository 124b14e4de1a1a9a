import type { Coding } from '../../src/domain/coding.ts'
import { isAbout } from '../../src/domain/memo.ts'
import { overlap } from '../../src/domain/span.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import { ExampleForm } from '../codebook/code-examples.tsx'
import { Key } from '../codebook/key.tsx'
import { CopyAddress } from '../layout/copy-address.tsx'
import { useReader } from '../layout/reader.ts'
import { MemoSection } from '../memos/memo-section.tsx'
import { DiscussedLink, DiscussLink } from '../review/discuss-link.tsx'
import { CopyForm, EdgesForm, JoinForm, PartForm, RecodeForm, RemoveForm } from './coding-forms.tsx'
import { ShowLink } from './show-link.tsx'
import { SideAnswers } from './side-answers.tsx'
import { SideCases } from './side-cases.tsx'
import { SideComments } from './side-comments.tsx'
import { SideJumps } from './side-jumps.tsx'
import { SideSource } from './side-source.tsx'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: TranscriptView; paragraph: TranscriptParagraph | undefined; open?: number | undefined }

/**
 * The passage in focus, always in this order: its codings, what others wrote of them, the question it answers, the case, the source; below, the ways on.
 * `#passage` ← moving, and every act in the paragraph.
 */
export function Passage({ of, paragraph, open }: Props) {
  const { say, may } = useReader()
  if (!paragraph) return <PassageEmpty of={of} />
  const codings = of.codings.filter((coding) => overlap(coding.span, paragraph))
  const coders = new Set(codings.map((coding) => coding.coderId)).size
  return (
    <>
      <header data-paragraph={paragraph.number ?? undefined}>
        <h2>{say('source.paragraph', { number: paragraph.number ?? 0 })}</h2>
        <span class="quiet small push">{codings.length > 0 && say('source.codings-by', { codings: codings.length, coders })}</span>
      </header>
      <div class="scroll" tabindex={0} role="region" aria-label={say('source.passage')}>
        <section>
          <h3 class="vh">{say('source.codings')}</h3>
          {codings.length === 0 && <p class="quiet">{say(may('code') ? 'source.no-codings-here' : 'people.no-codings-here')}</p>}
          <ol class="coding-list">
            {codings.map((coding) => (
              <CodingRow of={of} coding={coding} open={coding.id === open} />
            ))}
          </ol>
        </section>
        <SideComments of={of} codings={codings} />
        <SideAnswers of={of} paragraph={paragraph} />
        <SideCases of={of} paragraph={paragraph} />
        <SideSource of={of} />
        {paragraph.number !== null && may('code') && (
          <p class="small">
            <a href={`${of.path}/paragraphs/${paragraph.number}/text`} data-does="correct">
              {say('text.correct')}
            </a>{' '}
            <kbd aria-hidden="true">R</kbd>
          </p>
        )}
      </div>
      <SideJumps of={of} paragraph={paragraph} coding={codings.find(({ id }) => id === open) ?? codings[0]} />
    </>
  )
}

function PassageEmpty({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  return (
    <>
      <header>
        <h2>{say('source.passage')}</h2>
      </header>
      <div class="scroll">
        <p class="quiet">{say('source.passage-empty')}</p>
        <SideSource of={of} />
      </div>
      <SideJumps of={of} paragraph={undefined} coding={undefined} />
    </>
  )
}

function CodingRow({ of, coding, open }: { of: TranscriptView; coding: Coding; open: boolean }) {
  const { say, when, coderName } = useReader()
  const code = of.codeOf.get(coding.codeId)!
  const coder = coderName(of.coderOf.get(coding.coderId)?.name ?? '?')
  const href = `${of.project}/codings/${coding.id}`
  const noted = of.memos.filter((memo) => isAbout(memo, 'quotation', coding.quotationId))
  if (!open)
    return (
      <li data-coding={coding.id}>
        <Key code={code} />
        <a class="plain" href={href} hx-get={href} hx-target="#passage" hx-swap="innerHTML">
          {code.label}
        </a>
        <span class="by">
          {of.memos.some((memo) => isAbout(memo, 'coding', coding.id)) && <span class="has-memo">{say('memo.has')}</span>}
          {coder}
        </span>
        <DiscussedLink base={of.project} kind="coding" id={coding.id} />
      </li>
    )
  return (
    <li class="open" data-coding={coding.id}>
      <Key code={code} />
      <b>{code.label}</b>
      <span class="by">{`${coder}, ${when(coding.madeAt)}`}</span>
      <div class="detail">
        <blockquote>
          <q>{of.text.slice(coding.span.start, coding.span.end)}</q>
        </blockquote>
        {code.definition && <p class="quiet small">{code.definition}</p>}
        <div class="row small">
          <RecodeForm of={of} coding={coding} />
          <RemoveForm of={of} coding={coding} />
          {coding.quotationGuid && <CopyAddress to={`${of.project}/q/${coding.quotationGuid}`} shortcut="L" />}
          <DiscussLink base={of.project} kind="coding" id={coding.id} />
          <ShowLink of={of} showing={{ codeId: code.id }}>
            {say('source.show-only-this', { key: code.key })} <kbd aria-hidden="true">F</kbd>
          </ShowLink>
        </div>
        <EdgesForm of={of} coding={coding} />
        <details class="small">
          <summary>{say('source.more-acts')}</summary>
          <div class="stack">
            <PartForm of={of} coding={coding} />
            <JoinForm of={of} coding={coding} />
            <CopyForm of={of} coding={coding} />
            <ExampleForm base={of.project} codingId={coding.id} example={coding.example ?? false} page="source" />
          </div>
        </details>
        <MemoSection base={of.project} place={{ kind: 'coding', id: coding.id }} memos={of.memos.filter((memo) => isAbout(memo, 'coding', coding.id))} />
        {noted.length > 0 && <MemoSection base={of.project} place={{ kind: 'quotation', id: coding.quotationId }} memos={noted} />}
      </div>
    </li>
  )
}
