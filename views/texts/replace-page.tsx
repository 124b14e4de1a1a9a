import { useReader } from '../layout/reader.ts'
import { ComparedLines, type Line } from './compared-lines.tsx'

type Words = { find: string; to: string; whole: boolean }
type Props = { path: string; title: string; words?: Words; found?: { count: number; shown: readonly { before: string; after: string }[] } }

/** Change the whole text of a source: by a corrected file, or some words everywhere. */
export function ReplacePage({ path, title, words, found }: Props) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('text.change-of', { name: title })}</h1>
        <p class="row">
          <a href={path}>{say('text.back')}</a>
          <a href={`${path}/versions`}>{say('text.versions')}</a>
        </p>
      </div>
      <div class="stack narrow-form">
        <WordsForm path={path} words={words} />
        {words && found && <Found path={path} title={title} words={words} found={found} />}
        <form class="section stack" method="post" action={`${path}/replacements`} enctype="multipart/form-data">
          <h2>{say('text.replace')}</h2>
          <p>{say('text.replace-why')}</p>
          <div class="field">
            <label for="file">{say('text.file')}</label>
            <input id="file" type="file" name="file" />
          </div>
          <div class="field">
            <label for="pasted">{say('text.paste')}</label>
            <textarea id="pasted" name="text" rows={6} />
          </div>
          <button class="button" type="submit">
            {say('text.look')}
          </button>
        </form>
      </div>
    </>
  )
}

function WordsForm({ path, words }: { path: string; words: Words | undefined }) {
  const { say } = useReader()
  return (
    <form class="section stack" method="get" action={`${path}/replacement`}>
      <h2>{say('text.replace-words')}</h2>
      <p>{say('text.replace-words-why')}</p>
      <div class="field">
        <label for="find-words">{say('text.find')}</label>
        <input id="find-words" name="find" value={words?.find ?? ''} required maxlength={200} autocomplete="off" />
      </div>
      <div class="field">
        <label for="put-words">{say('text.put')}</label>
        <input id="put-words" name="to" value={words?.to ?? ''} maxlength={200} autocomplete="off" />
      </div>
      <label class="check">
        <input type="checkbox" name="whole" value="1" checked={words?.whole ?? true} />
        <span>{say('text.whole')}</span>
      </label>
      <button class="button" type="submit">
        {say('text.count-words')}
      </button>
    </form>
  )
}

function Found({ path, title, words, found }: { path: string; title: string; words: Words; found: NonNullable<Props['found']> }) {
  const { say } = useReader()
  return (
    <form class="section stack" method="post" action={`${path}/words`}>
      <p role="status">
        {say('text.words-found', { words: words.find, n: found.count, name: title })}
        {found.count > found.shown.length && ` ${say('text.words-more', { n: found.shown.length })}`}
      </p>
      <ol class="compared">
        {found.shown.map(({ before, after }) => (
          <li>
            <p class="change">
              {before}
              <del>{words.find}</del> {words.to && <ins>{words.to}</ins>}
              {after}
            </p>
          </li>
        ))}
      </ol>
      <input type="hidden" name="find" value={words.find} />
      <input type="hidden" name="to" value={words.to} />
      {words.whole && <input type="hidden" name="whole" value="1" />}
      {found.count > 0 && (
        <button class="button first" type="submit">
          {say('text.do-replace-words', { n: found.count })}
        </button>
      )}
    </form>
  )
}

type Preview = {
  path: string
  title: string
  id: string
  carried: number
  waiting: number
  unsure: readonly { old: string; guess: string | null }[]
  lines: readonly Line[]
  total: number
}

/** What keeping a corrected text would do, before it is kept. */
export function ReplacementPage({ path, title, id, carried, waiting, unsure, lines, total }: Preview) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('text.preview', { name: title })}</h1>
        <p class="lead">
          {say('text.preview-counts', { carried, waiting })} {say('text.preview-lines', { n: total })}
        </p>
      </div>
      <form class="row keep-text" method="post" action={`${path}/replacements/${id}/confirmation`}>
        <button class="button first" type="submit">
          {say('text.keep')}
        </button>
        <a class="button bare" href={path}>
          {say('text.not-now')}
        </a>
      </form>
      {unsure.length > 0 && (
        <section class="section">
          <h2>{say('text.preview-unsure')}</h2>
          <ol class="compared">
            {unsure.map(({ old, guess }) => (
              <li>
                <p class="change">
                  <q>{old}</q>
                  <span class="arrow">→</span>
                  {guess === null ? <span class="quiet">{say('text.gone')}</span> : <q>{guess}</q>}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {lines.length > 0 && (
        <section class="section">
          <h2>{say('text.preview-changes')}</h2>
          <ComparedLines lines={lines} />
        </section>
      )}
    </>
  )
}
