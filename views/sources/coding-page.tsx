import { flatten } from '../../src/domain/code.ts'
import { ownWords } from '../../src/domain/own-words.ts'
import type { Span } from '../../src/domain/span.ts'
import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import { CodeOptions } from '../codebook/code-options.tsx'
import { useReader } from '../layout/reader.ts'
import { Passage } from './passage.tsx'
import type { TranscriptView } from './transcript-view.ts'
import { Turn } from './turn.tsx'

type Props = {
  of: TranscriptView
  paragraph: TranscriptParagraph
  sentences: readonly Span[]
  words: readonly (Span & { word: string })[]
  most: number | undefined
}

/** One paragraph with plain forms to code it: for pages without JavaScript, and for those who like a list. */
export function CodingPage({ of, paragraph, sentences, words, most }: Props) {
  const own = paragraph.asked.length > 0 ? ownWords(paragraph, of.text) : null
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{`${of.source.title}, ${say('source.paragraph', { number: paragraph.number! }).toLocaleLowerCase()}`}</h1>
        <p class="row">
          <a href={`${of.path}#st-${paragraph.number}`}>{say('source.back-to-transcript')}</a>
          <a href={`${of.path}/paragraphs/${paragraph.number}/text`}>{say('text.correct')}</a>
        </p>
      </div>
      <div class="transcript coding-page">
        <Turn of={of} paragraph={paragraph} />
      </div>
      <div class="home">
        <form class="section stack" method="post" action={`${of.path}/codings`}>
          <header>
            <h2>{say('source.code-these')}</h2>
          </header>
          <input type="hidden" name="version" value={String(of.source.versionId)} />
          <fieldset class="stack">
            <legend class="vh">{say('source.which-words')}</legend>
            {own && (
              <label class="check">
                <input type="radio" name="extent" value={`${own.start}-${own.end}`} checked />
                <span>{say('source.without-question')}</span>
              </label>
            )}
            <label class="check">
              <input type="radio" name="extent" value={`${paragraph.start}-${paragraph.end}`} checked={own === null} />
              <span>{say('source.whole-paragraph')}</span>
            </label>
            {most && <p class="hint">{say('source.long-paragraph', { most })}</p>}
            {sentences.length > 1 &&
              sentences.map((sentence) => (
                <label class="check">
                  <input type="radio" name="extent" value={`${sentence.start}-${sentence.end}`} />
                  <q class="said">{of.text.slice(sentence.start, sentence.end)}</q>
                </label>
              ))}
            <label class="check">
              <input type="radio" name="extent" value="words" />
              <span>{say('source.from-word-to-word')}</span>
            </label>
            <p class="row">
              <WordSelect name="start" label={say('source.from-word')} words={words} at="start" />
              <WordSelect name="end" label={say('source.to-word')} words={words} at="end" />
            </p>
          </fieldset>
          <label class="field">
            <span class="label">{say('picker.code')}</span>
            <select name="codeId">
              <CodeOptions codes={flatten(of.tree)} />
            </select>
          </label>
          <p class="row">
            <button class="button first" type="submit">
              {say('source.code-verb')}
            </button>
          </p>
        </form>
        <aside class="passage section" id="passage" aria-label={say('source.passage')}>
          <Passage of={of} paragraph={paragraph} />
        </aside>
      </div>
    </>
  )
}

function WordSelect({ name, label, words, at }: { name: string; label: string; words: Props['words']; at: 'start' | 'end' }) {
  const chosen = at === 'start' ? words[0] : words.at(-1)
  return (
    <label class="row">
      <span>{label}</span>
      <select name={name}>
        {words.map((one, index) => (
          <option value={String(one[at])} selected={one === chosen}>{`${index + 1}. ${one.word}`}</option>
        ))}
      </select>
    </label>
  )
}
