import { type AgreementUnit, agreementUnits } from '../../src/domain/agreement/rated-units.ts'
import { useReader } from '../layout/reader.ts'
import { Select } from '../layout/select.tsx'

/** `all`: also what was done after others' codings could be read. */
export type AgreementWishes = { coders: readonly number[]; unit: AgreementUnit; all?: boolean }
type Props = { slug: string; coders: readonly { id: number; name: string; codings: number }[]; wishes: AgreementWishes }

/** Which coders are compared, and over what; an ordinary form that asks for the page again. */
export function AgreementForm({ slug, coders, wishes }: Props) {
  const { say } = useReader()
  const units = agreementUnits.map((value) => ({ value, label: say(`agree.unit-${value}`) }))
  return (
    <form class="analysis-form" action={`/projects/${slug}/agreement`}>
      <p class="sentence">
        {say('agree.count')} <Select name="unit" label={say('agree.unit')} chosen={wishes.unit} options={units} /> {say('agree.coders')}
      </p>
      <div class="controls">
        <CoderBoxes coders={coders} chosen={wishes.coders} />
        <button class="button" type="submit">
          {say('filter.apply')}
        </button>
      </div>
    </form>
  )
}

function CoderBoxes({ coders, chosen }: { coders: Props['coders']; chosen: readonly number[] }) {
  const { say, coderName } = useReader()
  return (
    <>
      {coders.map(({ id, name, codings }) => (
        <label class="check">
          <input type="checkbox" name="coder" value={`${id}`} checked={chosen.includes(id)} />
          <span>
            {coderName(name)} <span class="quiet small">{say('agree.codings', { n: codings })}</span>
          </span>
        </label>
      ))}
    </>
  )
}

/** The address of what is compared, without what is as it always is. */
export function agreementQuery({ coders, unit, all = false }: AgreementWishes): URLSearchParams {
  return new URLSearchParams([
    ...coders.map((id) => ['coder', `${id}`]),
    ...(unit === 'character' ? [] : [['unit', unit]]),
    ...(all ? [['after-reading', 'yes']] : []),
  ])
}
