import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Reading, readingKeys } from '../../src/domain/reading.ts'
import { type Waiting, WaitingNote } from '../texts/waiting-note.tsx'
import { initialsOf } from './initials.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { type Place, pathOfPlace, places } from './places.ts'
import { useReader } from './reader.ts'
import { Toast } from './toast.tsx'
import { UndoForms } from './undo-forms.tsx'

export type PageFrame = {
  title: string
  /** Which place of the project is marked as here. */
  place?: Place
  /** Class of `main`: the layout of the page (`page`, `workspace`, `matrix-page` …). */
  layout: string
  /** Islands of this page, by asset name, beside `keys.js`, `toast.js` and `address.js`, which every page has. */
  scripts?: readonly string[]
  project?: { slug: string; name: string } | undefined
  /** Stands after `main`: action bars, symbols. */
  after?: Child
  /** What of the project waits to be laid again, and is in no count. The page of a source says it itself. */
  waiting?: Waiting | undefined
  /** What the page before did, said once. */
  said?: { said: string; undoTo?: string | undefined; redoTo?: string | undefined } | undefined
}

/** A whole page: head, the bar at the top, `main`, and the regions that answers are put into (#notices, #toast). */
export function Page({ title, place, layout, scripts = [], project, after, waiting, said, children }: PropsWithChildren<PageFrame>) {
  const { language, say, theme, reading, asset, coder, coderName, path, standing, may } = useReader()
  const htmxConfig = 'includeIndicatorCSS:false, defaultSwap:none, history:false'
  return (
    <html lang={language} data-theme={theme ?? undefined} {...markedBy(reading)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={htmxConfig} />
        <title>{`${title} – ${say('app.name')}`}</title>
        <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('app.css')} />
        <link rel="stylesheet" href={asset('more.css')} />
        <script src={asset('pieces.js')} defer />
        <script src={asset('htmx.js')} defer />
        {['keys.js', 'toast.js', 'address.js', ...scripts].map((name) => (
          <script src={asset(name)} type="module" />
        ))}
      </head>
      <body data-who={coder.id || undefined} data-project={project?.slug} data-may={project && !may('code') ? 'read' : undefined}>
        <a class="skip" href="#main">
          {say('nav.skip')}
        </a>
        <header class="top">
          <a class="wordmark" href="/">
            {say('app.name')}
          </a>
          {project && (
            <>
              <a class="study-name" href="/" aria-label={say('nav.switch-project', { name: project.name })}>
                {project.name}
              </a>
              <button class="button bare menu" type="button" popovertarget="places">
                {say('nav.menu')}
              </button>
              <nav class="places" id="places" popover="auto" aria-label={say('nav.project')}>
                {places.map((one) => (
                  <a href={pathOfPlace(project.slug, one)} aria-current={one === place ? 'page' : undefined} data-key={say(`keys.place-${one}`)}>
                    {say(`nav.${one}`)}
                  </a>
                ))}
                <a class="in-menu" href={`/settings?back=${encodeURIComponent(path)}`}>
                  {say('nav.settings')}
                </a>
              </nav>
              {place !== 'search' && (
                <search class="find">
                  <form action={`/projects/${project.slug}/search`}>
                    <label class="vh" for="find">
                      {say('nav.find')}
                    </label>
                    <input id="find" type="search" name="q" placeholder={say('nav.search')} autocomplete="off" />
                    <kbd aria-hidden="true">/</kbd>
                  </form>
                </search>
              )}
            </>
          )}
          <div class={project && place !== 'search' ? 'people' : 'people push'}>
            {standing !== 'out' && (
              <a class="who here" href={`/settings?back=${encodeURIComponent(path)}`}>
                <span aria-hidden="true">{initialsOf(coderName(coder.name))}</span>
                <span class="vh">{`${say('nav.settings')}. ${say('nav.you', { name: coderName(coder.name) })}`}</span>
              </a>
            )}
          </div>
        </header>
        <div id="notices" aria-live="assertive" />
        {project && waiting && layout !== 'workspace' && <WaitingNote waiting={waiting} slug={project.slug} />}
        <main class={layout} id="main" tabindex={-1}>
          {children}
        </main>
        {after}
        <div id="toast" role="status" aria-live="polite">
          {said && <Toast {...said} />}
        </div>
        {project && <UndoForms project={project} />}
        <KeysDialog project={project} />
      </body>
    </html>
  )
}

/** What is not as usual, as attributes that the style sheet and the islands read. */
function markedBy(reading: Reading): Record<string, string> {
  return Object.fromEntries(readingKeys.filter((key) => reading[key] !== 'usual').map((key) => [`data-${key}`, reading[key]]))
}
