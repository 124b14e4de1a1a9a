import { useReader } from '../layout/reader.ts'

type Props = {
  slug: string
  page: {
    filter: string
    pattern: string
    fields: readonly string[]
    taken: readonly string[]
    example: string | null
    cases: number
    open: number
    /** Likely names that nobody has decided of; null while they are looked for. */
    undecided: number | null
    attributes: readonly { id: number; name: string; type: 'text' | 'number' | 'date' | 'category'; of: number; alone: number; tells: boolean; kept: boolean }[]
  }
}
const files = [
  { what: 'quotations', title: 'publish.quotations', about: 'publish.about-quotations', formats: ['docx', 'xlsx', 'csv', 'html', 'md', 'latex', 'json'] },
  { what: 'codebook', title: 'publish.codebook', about: 'publish.about-codebook', formats: ['docx', 'xlsx', 'csv', 'html', 'md', 'latex', 'json'] },
  { what: 'transcripts', title: 'publish.transcripts', about: 'publish.about-transcripts', formats: ['docx', 'xlsx', 'csv', 'html', 'md', 'latex', 'json'] },
  { what: 'pack', title: 'publish.pack', about: 'publish.about-pack', formats: ['zip'] },
] as const

/** What leaves the project for publication: which words, under what, with whose names, in which files. */
export function PublicationPage({ slug, page }: Props) {
  const { say } = useReader()
  return (
    <>
      <header class="page-head">
        <p class="small">
          <a href={`/projects/${slug}/analysis`}>{say('analysis.back')}</a>
        </p>
        <h1>{say('publish.title')}</h1>
        <p class="lead">{say('publish.lead')}</p>
        <p>
          <a class="in-words" href={`/projects/${slug}/exchange`}>
            {say('exchange.to-exchange')}
          </a>{' '}
          <span class="quiet">{say('exchange.out-zip')}, REFI-QDA</span>
        </p>
      </header>
      <Files slug={slug} page={page} />
      <Pattern slug={slug} page={page} />
    </>
  )
}

/** One form for all files: which quotations, how they stand, and whether names go. Each button is a file, and begins at once. */
function Files({ slug, page }: Props) {
  const { say } = useReader()
  const { filter, cases, open } = page
  return (
    <form class="section stack publish-files" action={`/projects/${slug}/exports/quotations.docx`}>
      <div class="row end">
        <div class="field grow">
          <label for="filter">{say('filter.label')}</label>
          <input id="filter" name="filter" value={filter} autocomplete="off" spellcheck={false} aria-describedby="filter-hint" />
        </div>
        <div class="field">
          <label for="group-by">{say('publish.group-by')}</label>
          <select id="group-by" name="group-by">
            {(['theme', 'case', 'question', 'none'] as const).map((by) => (
              <option value={by}>{say(`publish.by-${by}`)}</option>
            ))}
          </select>
        </div>
      </div>
      <span class="quiet small" id="filter-hint">
        {say('filter.hint')}
      </span>
      <div class="row">
        <label class="check">
          <input type="checkbox" name="context" value="1" /> {say('publish.with-context')}
        </label>
        <label class="check">
          <input type="checkbox" name="pseudonyms" value="1" aria-describedby="names-how" /> {say('publish.with-pseudonyms')}
        </label>
        <span class="small" id="names-how">
          <a href={`/projects/${slug}/pseudonyms`}>{say('names.title')}</a>
          {open > 0 && <span class="needs-you"> {say('names.open', { n: open, of: cases })}</span>}
        </span>
      </div>
      <WithPseudonyms slug={slug} page={page} />
      <ul class="lines publish-list">
        {files.map(({ what, title, about, formats }) => (
          <li>
            <b>{say(title)}</b>
            <span class="quiet">{say(about)}</span>
            <span class="row">
              {formats.map((format) => (
                <button class="button" type="submit" formaction={`/projects/${slug}/exports/${what}.${format}`} aria-label={`${say(title)}, ${format}`}>
                  {format}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet small">{say('publish.streams')}</p>
    </form>
  )
}

/** What else is chosen where names are replaced: what is undecided, which attributes go along, and whether coders are named. */
function WithPseudonyms({ slug, page: { undecided, attributes } }: Props) {
  const { say } = useReader()
  return (
    <>
      {undecided !== 0 && (
        <p class="row">
          <span class="needs-you">{undecided === null ? say('names.looking') : say('names.undecided', { n: undecided })}</span>
          <a href={`/projects/${slug}/pseudonyms#found-names`}>{say('names.decide')}</a>
          <label class="check">
            <input type="checkbox" name="all-the-same" value="1" /> {say('publish.all-the-same')}
          </label>
        </p>
      )}
      <details class="stack">
        <summary>{say('publish.names-choices', { n: attributes.filter(({ kept }) => !kept).length, of: attributes.length })}</summary>
        <input type="hidden" name="attributes" value="" />
        <ul class="lines">
          {attributes.map(({ id, name, type, of, alone, tells, kept }) => (
            <li>
              <label class="check">
                <input type="checkbox" name="attributes" value={`#${id}`} checked={kept} /> {name}
              </label>{' '}
              <span class="quiet small">
                {say(`cases.type-${type}`)}. {say(tells ? 'publish.attribute-tells' : 'publish.attribute-alone', { n: alone, of })}
                {tells && type === 'number' && ` ${say('publish.attribute-groups')}`}
              </span>
            </li>
          ))}
        </ul>
        <label class="check">
          <input type="checkbox" name="coder-names" value="1" /> {say('publish.coder-names')}
        </label>
        <p class="quiet small">{say('publish.pictures-too')}</p>
      </details>
    </>
  )
}

/** How a quotation is referred to, with the first one as an example. */
function Pattern({ slug, page: { pattern, fields, taken, example } }: Props) {
  const { say } = useReader()
  return (
    <form class="section stack" method="post" action={`/projects/${slug}/publication/pattern`}>
      <header>
        <h2>{say('publish.pattern-title')}</h2>
      </header>
      <div class="row end">
        <div class="field grow">
          <label for="pattern">{say('publish.pattern')}</label>
          <input id="pattern" name="pattern" value={pattern} required maxlength={200} autocomplete="off" spellcheck={false} aria-describedby="pattern-fields" />
        </div>
        <button class="button" type="submit">
          {say('act.save')}
        </button>
      </div>
      <p class="quiet small" id="pattern-fields">
        {say('publish.pattern-fields')} {fields.map((field) => `{${field}}`).join(' ')}
        {taken.length > 0 && ` ${say('publish.pattern-taken', { names: taken.map((name) => `{${name.toLocaleLowerCase('sv')}}`).join(' ') })}`}
      </p>
      {example !== null && <p class="sentence">{say('publish.pattern-example', { example })}</p>}
    </form>
  )
}
