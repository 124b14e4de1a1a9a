import { saidOf, unjudgedOf } from '../../src/domain/case-parts.ts'
import type { FrameworkCell, FrameworkTopic, Synthesis, SynthesisPlace, TopicCounts } from '../../src/domain/framework.ts'
import { placeKey } from '../../src/domain/framework.ts'
import type { Thresholds } from '../../src/domain/quantifier.ts'
import { sayDenominator } from '../../src/texts/denominator-sentences.ts'
import { CodeKey } from '../analysis/code-key.tsx'
import { FittingWord, type ReportLanguage } from '../analysis/fitting-word.tsx'
import { useReader } from '../layout/reader.ts'
import { Steps, type Ways } from './finding-column.tsx'
import { StandingOf } from './finding-mark.tsx'
import { type FrameworkWishes, frameworkAddress } from './framework-address.ts'
import { type Overtaken, Written } from './written.tsx'

export type OpenSynthesis = {
  place: string
  topic: FrameworkTopic
  /** The counts of the group's cases alone, or of all. */
  counts: TopicCounts
  group: { label: string | null } | null
  target: SynthesisPlace
  synthesis: Synthesis | undefined
  seen: string
  cells: readonly { case: { id: number; name: string }; cell: FrameworkCell }[]
  stray: readonly Synthesis[]
  unkept?: { text: string; overtaken: Overtaken } | undefined
}
type Props = { base: string; wishes: FrameworkWishes; open: OpenSynthesis; ways: Ways; words: { language: ReportLanguage; thresholds: Thresholds } }

/** A synthesis that is open: written in place, from the findings of its cases. `#cell` ← a synthesis of the framework. */
export function SynthesisColumn({ base, wishes, open, ways, words }: Props) {
  const { say } = useReader()
  const { topic, counts, group } = open
  const { lead, rest } = sayDenominator(counts, say)
  return (
    <section class="column finding-column" id="cell" aria-labelledby="cell-h" tabindex={-1} data-open={open.place}>
      <header>
        <Steps base={base} wishes={wishes} ways={ways} />
        <h2 id="cell-h">{group ? say('framework.synthesis-of', { group: group.label ?? say('matrix.no-value') }) : say('framework.synthesis')}</h2>
        <p>{topic.code ? <CodeKey code={{ ...topic.code, label: topic.label }} named /> : topic.label}</p>
        <p>
          <b>{lead}.</b> <span class="quiet">{rest}</span>{' '}
          <FittingWord
            said={saidOf(counts)}
            asked={counts.base}
            unjudged={unjudgedOf(counts)}
            others={open.cells.length - counts.base}
            questions={askedBy(topic)}
            {...words}
          />
        </p>
      </header>
      <SynthesisForm base={base} wishes={wishes} open={open} />
      <Findings base={base} wishes={wishes} open={open} />
      {open.stray.map((one) => (
        <aside class="notice">
          <p>{say('framework.stray', { group: one.group || say('matrix.no-value') })}</p>
          <blockquote>{one.text}</blockquote>
        </aside>
      ))}
    </section>
  )
}

/** Numbers of the questions that the base is of. */
function askedBy({ questionId, label, basis, questions }: FrameworkTopic): number[] {
  if (basis !== 'asked') return []
  return questionId === null ? questions.map(({ number }) => number) : [Number.parseInt(label, 10)].filter(Number.isFinite)
}

function SynthesisForm({ base, wishes, open }: Pick<Props, 'base' | 'wishes' | 'open'>) {
  const { say } = useReader()
  const action = `${base}/framework/syntheses`
  const { target, synthesis, unkept } = open
  return (
    <form class="finding stack" method="post" action={action} hx-post={action} hx-swap="none" data-island="finding" data-place={open.place}>
      <input type="hidden" name="codeId" value={String(target.codeId ?? '')} />
      <input type="hidden" name="questionId" value={String(target.questionId ?? '')} />
      <input type="hidden" name="attributeId" value={String(target.attributeId ?? '')} />
      <input type="hidden" name="group" value={target.group} />
      <input type="hidden" name="back" value={frameworkAddress(base, wishes, { cell: open.place })} />
      <div class="field">
        <label for="finding-text">{say('framework.synthesis-text')}</label>
        <p class="quiet small" id="finding-keys">
          {say('framework.field-keys')}
        </p>
        <textarea id="finding-text" name="text" rows={9} maxlength={20_000} placeholder={say('framework.synthesis-hint')} aria-describedby="finding-keys">
          {`\n${unkept?.text ?? synthesis?.text ?? ''}`}
        </textarea>
      </div>
      <Written of={open.place} seen={open.seen} by={synthesis?.writtenBy ?? null} at={synthesis?.writtenAt ?? null} overtaken={unkept?.overtaken} />
    </form>
  )
}

/** What each case was found to say; those of whom nothing is written stand with how they stand. */
function Findings({ base, wishes, open }: Pick<Props, 'base' | 'wishes' | 'open'>) {
  const { say } = useReader()
  return (
    <section>
      <h3>{say('framework.findings')}</h3>
      <dl class="findings">
        {open.cells.map(({ case: one, cell }) => (
          <>
            <dt>
              <a href={frameworkAddress(base, wishes, { cell: placeKey({ topic: open.topic.key, caseId: one.id }) })}>{one.name}</a> <StandingOf cell={cell} />
            </dt>
            <dd>{cell.summary || <span class="quiet">{say(cell.quotations > 0 ? 'framework.to-summarise' : 'framework.nothing')}</span>}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}
