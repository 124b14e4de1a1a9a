import type { Child } from 'hono/jsx'
import type { ChartLink } from '../../src/domain/chart.ts'
import { useReader } from '../layout/reader.ts'

/** The head of an analysis: its name, what it shows, and the way back to the others. */
export function AnalysisHead({ slug, title, lead }: { slug: string; title: string; lead: string }) {
  const { say } = useReader()
  return (
    <header class="page-head analysis-head">
      <p class="small">
        <a href={`/projects/${slug}/analysis`}>{say('analysis.back')}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
    </header>
  )
}

/** The one filter, and what asks for the page again. */
export function FilterField({ filter, hint = 'filter.hint', children }: { filter: string; hint?: 'filter.hint' | 'bases.write-hint'; children?: Child }) {
  const { say } = useReader()
  return (
    <div class="controls filter-field">
      {children}
      <label for="filter">{say('filter.label')}</label>
      <input id="filter" name="filter" value={filter} autocomplete="off" spellcheck={false} aria-describedby="filter-hint" />
      <button class="button" type="submit">
        {say('filter.apply')}
      </button>
      <span class="quiet small" id="filter-hint">
        {say(hint)}
      </span>
    </div>
  )
}

/** What narrows the numbers, as a sentence; nothing where they are of all. */
export function Narrowed({ sentence }: { sentence: string }) {
  const { say } = useReader()
  return sentence ? <p class="sentence">{say('filter.only', { sentence })}</p> : null
}

/** The files that an analysis can be taken home as. */
export function Downloads({ slug, what, formats, query }: { slug: string; what: string; formats: readonly string[]; query: Readonly<Record<string, string>> }) {
  const { say } = useReader()
  const asked = `${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))}`
  return (
    <span class="row push small downloads">
      {say('analysis.download')}
      {formats.map((format) => (
        <a href={`/projects/${slug}/exports/${what}.${format}${asked && `?${asked}`}`} download>
          {format}
        </a>
      ))}
    </span>
  )
}

/** The address of the quotations of a filter. */
export function quotationsOf(slug: string, filter: string): string {
  return `/projects/${slug}/quotations?filter=${encodeURIComponent(filter)}`
}

/** Where what a number opens stands; `of` says there what was counted. */
export function addressOfLink(slug: string, { page, filter, of }: ChartLink): string {
  const says = of ? `&of=${of.codeId}.${of.part}` : ''
  return `/projects/${slug}/${page}?filter=${encodeURIComponent(filter)}${says}`
}
