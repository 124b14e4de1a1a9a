import { AnalysisHead, Downloads } from '../analysis/analysis-parts.tsx'
import { useReader } from '../layout/reader.ts'
import { AgreementForm, type AgreementWishes, agreementQuery } from './agreement-form.tsx'
import { AgreementTable, type ShownAgreement } from './agreement-table.tsx'

type Props = {
  slug: string
  coders: readonly { id: number; name: string; codings: number }[]
  chosen: readonly number[]
  unit: AgreementWishes['unit']
  counted: ShownAgreement | undefined
  independent: boolean
  /** In how many sources the reader may see others' codings; undefined for all. */
  seen: number | undefined
}

/** How far coders agree: what is counted as a sentence, a code a row, how it was counted, and coding without seeing each other. */
export function AgreementPage({ slug, coders, chosen, unit, counted, independent, seen }: Props) {
  const { say } = useReader()
  const ids = counted ? counted.coders.map(({ id }) => id) : chosen
  const asked = counted ? counted.coders.map(({ id }) => `#${id}`).join(',') : ''
  return (
    <>
      <AnalysisHead slug={slug} title={say('agree.title')} lead={say('agree.lead')} />
      {coders.length > 1 && <AgreementForm slug={slug} coders={coders} wishes={{ coders: ids, unit }} />}
      {seen !== undefined && <p class="notice">{say('agree.compared-seen', { n: seen })}</p>}
      {!counted || counted.compared === 0 ? (
        <p class="notice">{coders.length > 1 ? say('agree.none-compared') : say('agree.empty', { n: coders.length })}</p>
      ) : (
        <section class="section">
          <header>
            <h2>{say('agree.compared', { compared: counted.compared, sources: counted.sources })}</h2>
            <Downloads
              slug={slug}
              what="agreement"
              formats={['csv', 'xlsx', 'json']}
              query={{ coders: asked, unit, ...(counted.afterReading.counted && { 'after-reading': 'yes' }) }}
            />
          </header>
          <AfterReading slug={slug} unit={unit} counted={counted} />
          <AgreementTable slug={slug} counted={counted} />
          <p>
            <a href={`/projects/${slug}/agreement/differences?${agreementQuery({ coders: ids, unit })}`}>{say('agree.differences')}</a>
          </p>
          <HowCounted unit={unit} />
        </section>
      )}
      <CodingApart slug={slug} independent={independent} />
    </>
  )
}

/** What was coded after its coder could read the others' stands out of the count, unless that is asked for. */
function AfterReading({ slug, unit, counted }: Pick<Props, 'slug' | 'unit'> & { counted: ShownAgreement }) {
  const { say, coderName } = useReader()
  const { made, changed, coders, counted: all } = counted.afterReading
  if (made + changed === 0) return null
  const query = agreementQuery({ coders: counted.coders.map(({ id }) => id), unit, all: !all })
  return (
    <p class="notice">
      {say('agree.after-reading', { made, changed, coders: coders.map(coderName).join(', ') })}{' '}
      {say(all ? 'agree.after-reading-in' : 'agree.after-reading-out')}{' '}
      <a href={`/projects/${slug}/agreement?${query}`}>{say(all ? 'agree.after-reading-leave' : 'agree.after-reading-take')}</a>
    </p>
  )
}

function HowCounted({ unit }: Pick<Props, 'unit'>) {
  const { say } = useReader()
  const units = unit === 'character' ? say('agree.how-blocks') : say(`agree.units-${unit}`)
  return (
    <div class="quiet small how">
      <p>{say('agree.how-units', { unit: say(`agree.unit-${unit}`) })}</p>
      <p>{say('agree.how-overall')}</p>
      <p>{say('agree.how-interval', { n: 1000, units, seed: '1960' })}</p>
      <p>{say('agree.how-undefined')}</p>
      <p>{say('agree.how-coefficients')}</p>
    </div>
  )
}

function CodingApart({ slug, independent }: Pick<Props, 'slug' | 'independent'>) {
  const { say, may } = useReader()
  return (
    <section class="section">
      <header>
        <h2>{say('agree.alone')}</h2>
      </header>
      <p>{say(independent ? 'agree.alone-on' : 'agree.alone-off')}</p>
      {may('manage') && (
        <form class="row" method="post" action={`/projects/${slug}/agreement/independence`}>
          <input type="hidden" name="independent" value={independent ? 'no' : 'yes'} />
          <button class="button" type="submit">
            {say(independent ? 'agree.show' : 'agree.hide')}
          </button>
        </form>
      )}
    </section>
  )
}
