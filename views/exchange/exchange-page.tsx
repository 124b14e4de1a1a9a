import type { ExchangeLoss } from '../../src/domain/exchanged.ts'
import { useReader } from '../layout/reader.ts'
import { ExchangeFileForm } from './exchange-file-form.tsx'
import { LossList } from './loss-list.tsx'

/** A whole project out to other programs, with what that loses, and their files in. */
export function ExchangePage({ slug, losses }: { slug: string; losses: readonly ExchangeLoss[] }) {
  const { say } = useReader()
  const exports = `/projects/${slug}/exports`
  return (
    <>
      <div class="page-head">
        <h1>{say('exchange.title')}</h1>
        <p class="lead">{say('exchange.lead')}</p>
      </div>
      <section class="section stack">
        <h2>{say('exchange.out')}</h2>
        <p>
          <a href={`${exports}/project.zip`} download>
            {say('exchange.out-zip')}
          </a>{' '}
          <span class="quiet">{say('exchange.out-zip-why')}</span>
        </p>
        <p>
          <a href={`${exports}/project.qdpx`} download>
            {say('exchange.out-qdpx')}
          </a>{' '}
          <span class="quiet">{say('exchange.out-qdpx-why')}</span>
        </p>
        <p>
          <a href={`${exports}/project.qdc`} download>
            {say('exchange.out-qdc')}
          </a>{' '}
          <span class="quiet">{say('exchange.out-qdc-why')}</span>
        </p>
        {losses.length > 0 ? (
          <>
            <h3>{say('exchange.out-lost')}</h3>
            <LossList losses={losses} />
          </>
        ) : (
          <p class="quiet">{say('exchange.out-none')}</p>
        )}
      </section>
      <section class="section stack">
        <h2>{say('exchange.in')}</h2>
        <p>{say('exchange.in-why')}</p>
        <ExchangeFileForm into={slug} />
      </section>
    </>
  )
}
