import type { CodeNode } from '../../src/domain/code.ts'
import type { SimilarPassage, SimilarPassages, SimilarReason, SimilarWord } from '../../src/domain/similar-passage.ts'
import type { Span } from '../../src/domain/span.ts'
import { useReader } from '../layout/reader.ts'
import { Key } from './key.tsx'

type Props = {
  base: string
  found: SimilarPassages
  without: readonly string[]
}

/** Passages like those of a code: the words that they were found by, then each with what can be done with it. */
export function SimilarPage(props: Props) {
  const { say } = useReader()
  const { base, found } = props
  return (
    <div class="reading-list">
      <p class="small">
        <a href={`${base}/codebook?code=${found.code.id}#code`}>{say('codebook.back')}</a>
      </p>
      <h1 class="code-name">
        <Key code={found.code} /> {say('similar.title', { code: found.code.label })}
      </h1>
      <p class="sentence">{say('similar.lead')}</p>
      <SimilarList {...props} />
    </div>
  )
}

/** `#similar` ← coding and dismissing one. */
export function SimilarList({ base, found, without }: Props) {
  const { say } = useReader()
  const { code, words, passages, left, dismissed } = found
  return (
    <div id="similar">
      <TellingWords base={base} code={code} words={words} without={without} />
      <p class="quiet small" role="status">
        {say('similar.count', { n: left })} {dismissed > 0 && say('similar.dismissed-n', { n: dismissed })}
      </p>
      {passages.length === 0 && <p class="notice">{say(words.length === 0 ? 'similar.too-few' : 'similar.none')}</p>}
      {passages.map((passage) => (
        <One base={base} codeId={code.id} passage={passage} words={words} without={without} />
      ))}
      {passages.length > 0 && (
        <p class="legend">
          <span>
            <kbd>J</kbd> <kbd>K</kbd> {say('search.key-move')}
          </span>
          <span>
            <kbd>C</kbd> {say('similar.key-code')}
          </span>
          <span>
            <kbd>X</kbd> {say('similar.key-dismiss')}
          </span>
        </p>
      )}
    </div>
  )
}

/** Why: the words that the code's passages have more of than others; each can be left out. */
function TellingWords({ base, code, words, without }: { base: string; code: CodeNode; words: readonly SimilarWord[]; without: readonly string[] }) {
  const { say, number } = useReader()
  const address = (left: readonly string[]) =>
    `${base}/codes/${code.id}/similar${left.length > 0 ? `?${new URLSearchParams({ without: left.join(' ') })}` : ''}`
  if (words.length === 0 && without.length === 0) return null
  return (
    <p class="telling-words">
      {say('similar.words')}{' '}
      {words.map(({ word, told }, at) => (
        <>
          {at > 0 && ', '}
          <span class="nowrap">
            <b title={told ? say('similar.word-title', { count: told.count, times: number(2 ** told.ratio, 1) }) : undefined}>{word}</b>{' '}
            <a class="quiet" href={address([...without, word])} aria-label={say('similar.leave-out', { word })}>
              ×
            </a>
          </span>
        </>
      ))}
      {'. '}
      {words.some(({ told }) => told === null) && (
        <>
          <a class="small" href={address(without)}>
            {say('similar.anew')}
          </a>{' '}
        </>
      )}
      {without.length > 0 && (
        <a class="small" href={address([])}>
          {say('similar.all-words', { words: without.join(', ') })}
        </a>
      )}
    </p>
  )
}

type OneProps = { base: string; codeId: number; passage: SimilarPassage; words: readonly SimilarWord[]; without: readonly string[] }

function One({ base, codeId, passage, words, without }: OneProps) {
  const { say } = useReader()
  const { sourceId, versionId, under, paragraph, sentence, reasons } = passage
  const to = `${base}/codes/${codeId}/similar`
  const place = say('search.place', { number: `${paragraph}` })
  return (
    <form class="quotation similar" id={`similar-${sourceId}-${paragraph}`} method="post" action={`${to}/codings`} hx-post={`${to}/codings`} hx-swap="none">
      <input type="hidden" name="sourceId" value={String(sourceId)} />
      <input type="hidden" name="version" value={String(versionId)} />
      <input type="hidden" name="paragraph" value={String(paragraph)} />
      <input type="hidden" name="start" value={String(sentence.start)} />
      <input type="hidden" name="end" value={String(sentence.end)} />
      <input type="hidden" name="without" value={without.join(' ')} />
      <input type="hidden" name="words" value={words.map(({ word }) => word).join(' ')} />
      <blockquote>
        <Marked passage={passage} />
      </blockquote>
      <p class="cite">
        <a href={`${base}/sources/${sourceId}?at=${sentence.start}-${sentence.end}#st-${paragraph}`}>{`${under}, ${place}`}</a>
        <span class="quiet">{say('similar.because', { words: reasons.map(reasonSaid).join(', ') })}</span>
      </p>
      <p class="row">
        <button class="button small" type="submit" data-does="code">
          {say('similar.code')}
        </button>
        <button class="button bare small" type="submit" formaction={`${to}/dismissals`} hx-post={`${to}/dismissals`} hx-swap="none" data-does="dismiss">
          {say('similar.dismiss')}
        </button>
      </p>
    </form>
  )
}

function reasonSaid({ word, forms }: SimilarReason): string {
  return forms.length === 0 ? word : `${word} (${forms.join(', ')})`
}

/** The paragraph: the sentence that would be coded stands out from what is around it, and the words it was found by are marked. */
function Marked({ passage: { text, start, sentence, marks } }: { passage: SimilarPassage }) {
  const edges = [...new Set([0, text.length, ...[sentence, ...marks].flatMap((one) => [one.start - start, one.end - start])])].sort((a, b) => a - b)
  return (
    <>
      {edges.slice(1).map((end, at) => {
        const from = edges[at]!
        const words = text.slice(from, end)
        const within = (one: Span) => one.start - start <= from && end <= one.end - start
        const marked = marks.some(within) ? <mark class="hit">{words}</mark> : words
        return within(sentence) ? marked : <span class="context">{marked}</span>
      })}
    </>
  )
}
