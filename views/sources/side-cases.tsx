import type { TranscriptParagraph } from '../../src/domain/transcript.ts'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

type Props = { of: TranscriptView; paragraph: TranscriptParagraph }

/** The case that the passage counts for, with its attributes: where several speak, that of the turn. Where nobody who is a case speaks, the only case of the source, else the names of all. */
export function SideCases({ of, paragraph }: Props) {
  const { say } = useReader()
  const ids = of.attribution.casesOf(of.source.id, paragraph.start, Math.max(paragraph.end, paragraph.start + 1))
  const own = of.cases.filter(({ id }) => ids.includes(id))
  const shown = own.length > 0 ? own : of.cases.length === 1 ? of.cases : []
  return (
    <section class="side-cases">
      <h3>{say('source.case', { n: Math.max(1, shown.length) })}</h3>
      {of.cases.length === 0 && <p class="quiet">{say('source.no-case')}</p>}
      {shown.length === 0 && of.cases.length > 0 && <Others of={of} />}
      {shown.slice(0, MOST).map((one) => (
        <>
          <p>
            <a href={`${of.project}/cases/${one.id}`}>{one.name}</a>
          </p>
          <dl>
            {one.attributes.map((attribute) => (
              <>
                <dt>{attribute.name}</dt>
                <dd>
                  <Value {...attribute} />
                </dd>
              </>
            ))}
          </dl>
        </>
      ))}
      {shown.length > MOST && <p class="quiet">{say('side.more-cases', { n: shown.length - MOST })}</p>}
    </section>
  )
}
const MOST = 6

function Others({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  return (
    <p class="quiet">
      {say('side.no-case-speaks')}{' '}
      {of.cases.slice(0, MOST * 2).map((one, at) => (
        <>
          {at > 0 && ', '}
          <a href={`${of.project}/cases/${one.id}`}>{one.name}</a>
        </>
      ))}
    </p>
  )
}

function Value({ type, value }: { type: string; value: string }) {
  const { number } = useReader()
  return <>{type === 'number' ? number(Number(value), Number.isInteger(Number(value)) ? 0 : 1) : value}</>
}
