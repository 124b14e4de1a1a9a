import { type AttributeType, attributeTypes } from '../../src/domain/attribute.ts'
import { FileForm } from '../layout/file-form.tsx'
import { useReader } from '../layout/reader.ts'

export type CaseLine = { id: number; name: string; kind: string; values: ReadonlyMap<number, string> }
export type AttributeLine = { id: number; name: string; type: AttributeType }
export type CasesView = {
  cases: readonly CaseLine[]
  attributes: readonly AttributeLine[]
  sourcesOf: ReadonlyMap<number, readonly { id: number; title: string }[]>
  base: string
}

/** The cases of a project with their attributes; each row is changed on the page of its case. */
export function Cases(of: CasesView) {
  const { say } = useReader()
  return (
    <>
      <div class="page-head">
        <h1>{say('cases.title')}</h1>
        <p class="lead">{of.cases.length === 0 ? say('cases.empty') : say('cases.lead', { n: of.cases.length, attributes: of.attributes.length })}</p>
        {of.cases.length > 0 && (
          <p class="row small">
            {say('act.download')} <a href={`${of.base}/exports/cases.csv`}>csv</a>
            <a href={`${of.base}/exports/cases.json`}>json</a>
          </p>
        )}
      </div>
      {of.cases.length > 0 && <CaseTable {...of} />}
      <div class="home cases-forms">
        <div class="stack">
          <Attributes attributes={of.attributes} base={of.base} />
          <ImportCases base={of.base} />
        </div>
        <div class="stack">
          <NewCase base={of.base} />
        </div>
      </div>
    </>
  )
}

function CaseTable({ cases, attributes, sourcesOf, base }: CasesView) {
  const { say } = useReader()
  return (
    <section class="section">
      <div class="over">
        <table class="source-table case-table stacks">
          <caption class="vh">{say('cases.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('cases.name')}</th>
              <th scope="col">{say('cases.kind')}</th>
              {attributes.map((attribute) => (
                <th scope="col" class={attribute.type === 'number' ? 'num' : undefined}>
                  {attribute.name}
                </th>
              ))}
              <th scope="col">{say('cases.sources')}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <tr>
                <th scope="row">
                  <a href={`${base}/cases/${one.id}`}>{one.name}</a>
                </th>
                <td class="quiet" data-label={say('cases.kind')}>
                  {one.kind || '–'}
                </td>
                {attributes.map((attribute) => (
                  <td class={attribute.type === 'number' ? 'num' : undefined} data-label={attribute.name}>
                    <Value type={attribute.type} value={one.values.get(attribute.id)} />
                  </td>
                ))}
                <td data-label={say('cases.sources')}>
                  <SourceLinks sources={sourcesOf.get(one.id) ?? []} base={base} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** A value as its type is written in the reader's language. */
export function Value({ type, value }: { type: AttributeType; value: string | undefined }) {
  const { number } = useReader()
  if (value === undefined) return <span class="quiet">–</span>
  return type === 'number' ? number(Number(value), value.split('.')[1]?.length ?? 0) : value
}

function SourceLinks({ sources, base }: { sources: readonly { id: number; title: string }[]; base: string }) {
  const { say } = useReader()
  if (sources.length === 0) return <span class="quiet">{say('cases.no-sources')}</span>
  return (
    <span class="row">
      {sources.map((source) => (
        <a href={`${base}/sources/${source.id}`}>{source.title}</a>
      ))}
    </span>
  )
}

function NewCase({ base }: { base: string }) {
  const { say } = useReader()
  return (
    <form class="section stack" method="post" action={`${base}/cases`}>
      <header>
        <h2>{say('cases.new')}</h2>
      </header>
      <div class="field">
        <label for="case-name">{say('cases.name')}</label>
        <input id="case-name" name="name" required maxlength={200} autocomplete="off" />
      </div>
      <div class="field">
        <label for="case-kind">{say('cases.kind')}</label>
        <span class="hint" id="kind-hint">
          {say('cases.kind-hint')}
        </span>
        <input id="case-kind" name="kind" maxlength={60} aria-describedby="kind-hint" />
      </div>
      <button class="button first" type="submit">
        {say('cases.create')}
      </button>
    </form>
  )
}

function Attributes({ attributes, base }: { attributes: readonly AttributeLine[]; base: string }) {
  const { say } = useReader()
  return (
    <section class="section stack" id="attributes">
      <header>
        <h2>{say('cases.attributes')}</h2>
        <span class="quiet">{say('cases.attributes-why')}</span>
      </header>
      <ul class="lines">
        {attributes.map((attribute) => (
          <li class="row end">
            <AttributeForm attribute={attribute} to={`${base}/attributes/${attribute.id}`} submit={say('act.save')} />
            <form method="post" action={`${base}/attributes/${attribute.id}/removal`}>
              <button class="button bare" type="submit" aria-label={say('cases.remove-attribute', { name: attribute.name })}>
                {say('act.remove')}
              </button>
            </form>
          </li>
        ))}
        <li>
          <AttributeForm to={`${base}/attributes`} submit={say('cases.create-attribute')} />
        </li>
      </ul>
    </section>
  )
}

function AttributeForm({ attribute, to, submit }: { attribute?: AttributeLine; to: string; submit: string }) {
  const { say } = useReader()
  const key = attribute?.id ?? 'new'
  return (
    <form class="row end grow" method="post" action={to}>
      <div class="field">
        <label for={`attribute-${key}`}>{say(attribute ? 'cases.attribute' : 'cases.new-attribute')}</label>
        <input id={`attribute-${key}`} name="name" value={attribute?.name ?? ''} required maxlength={200} autocomplete="off" />
      </div>
      <div class="field">
        <label for={`type-${key}`}>{say('cases.type')}</label>
        <select id={`type-${key}`} name="type">
          {attributeTypes.map((type) => (
            <option value={type} selected={type === (attribute?.type ?? 'category')}>
              {say(`cases.type-${type}`)}
            </option>
          ))}
        </select>
      </div>
      <button class="button" type="submit">
        {submit}
      </button>
    </form>
  )
}

function ImportCases({ base }: { base: string }) {
  const { say } = useReader()
  return (
    <FileForm
      to={`${base}/cases/file`}
      title={say('cases.import')}
      why={say('cases.import-why')}
      id="cases-file"
      label={say('cases.file')}
      accept=".csv,.tsv,.txt,.xlsx,text/csv"
      submit={say('cases.read')}
    />
  )
}
