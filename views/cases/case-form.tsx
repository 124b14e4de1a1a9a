import { useReader } from '../layout/reader.ts'
import type { CasePageProps } from './case-page.tsx'

type Props = Pick<CasePageProps, 'case' | 'attributes' | 'suggestions' | 'sources' | 'allSources' | 'base'>

/** All that can be changed about a case, saved as one act; and taking it away. */
export function CaseForm({ case: one, attributes, suggestions, sources, allSources, base }: Props) {
  const { say } = useReader()
  const to = `${base}/cases/${one.id}`
  const its = new Set(sources.map((source) => source.id))
  return (
    <section class="section stack" id="change">
      <header>
        <h2>{say('cases.change')}</h2>
      </header>
      <form class="stack" method="post" action={to}>
        <div class="field">
          <label for="name">{say('cases.name')}</label>
          <input id="name" name="name" value={one.name} required maxlength={200} autocomplete="off" />
        </div>
        <div class="field">
          <label for="kind">{say('cases.kind')}</label>
          <input id="kind" name="kind" value={one.kind} maxlength={60} autocomplete="off" />
        </div>
        {attributes.map((attribute) => (
          <div class="field">
            <label for={`value-${attribute.id}`}>{attribute.name}</label>
            {attribute.type === 'date' && (
              <span class="hint" id={`hint-${attribute.id}`}>
                {say('cases.date-hint')}
              </span>
            )}
            <input
              id={`value-${attribute.id}`}
              name={`value-${attribute.id}`}
              inputmode={attribute.type === 'number' ? 'decimal' : undefined}
              list={suggestions.has(attribute.id) ? `values-${attribute.id}` : undefined}
              aria-describedby={attribute.type === 'date' ? `hint-${attribute.id}` : undefined}
              value={one.values.get(attribute.id) ?? ''}
              maxlength={500}
              autocomplete="off"
            />
            <Suggestions id={`values-${attribute.id}`} values={suggestions.get(attribute.id)} />
          </div>
        ))}
        {allSources.length > 0 && (
          <fieldset>
            <legend>{say('cases.its-sources')}</legend>
            <input type="hidden" name="sources" value="shown" />
            <div class="scroll-list">
              {allSources.map((source) => (
                <label class="check">
                  <input type="checkbox" name="sourceId" value={String(source.id)} checked={its.has(source.id)} />
                  <span>{source.title}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <button class="button first" type="submit">
          {say('act.save')}
        </button>
      </form>
      <form class="stack" method="post" action={`${to}/removal`}>
        <p class="quiet">{say('cases.remove-why')}</p>
        <button class="button" type="submit">
          {say('cases.remove')}
        </button>
      </form>
    </section>
  )
}

/** What other cases have, to choose from. */
function Suggestions({ id, values }: { id: string; values: readonly string[] | undefined }) {
  if (!values) return null
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option value={value} />
      ))}
    </datalist>
  )
}
