import type { CodeNode } from '../../src/domain/code.ts'
import { useReader } from '../layout/reader.ts'
import type { SourceLine } from './source-table.tsx'

export type NextStepsProps = {
  project: { slug: string }
  continueAt: { source: { id: number; title: string }; paragraph: number; at: string } | undefined
  uncoded: readonly SourceLine[]
  withoutCase: readonly SourceLine[]
  undefinedCodes: readonly CodeNode[]
  codes: readonly CodeNode[]
}

/** What to do next, in order of how near at hand it is. */
export function NextSteps({ project, continueAt, uncoded, withoutCase, undefinedCodes, codes }: NextStepsProps) {
  const { say, when, number } = useReader()
  const base = `/projects/${project.slug}`
  const first = uncoded[0]
  return (
    <section class="section">
      <header>
        <h2>{say('study.next')}</h2>
      </header>
      <ul class="next-steps">
        {continueAt && (
          <Step
            href={`${base}/sources/${continueAt.source.id}#st-${continueAt.paragraph}`}
            what={say('study.continue', { source: continueAt.source.title, paragraph: continueAt.paragraph })}
            why={say('study.continue-why', { when: when(continueAt.at) })}
          />
        )}
        {codes.length === 0 && <Step href={`${base}/codebook`} what={say('study.make-codebook')} why={say('study.make-codebook-why')} />}
        {first && (
          <Step
            href={`${base}/sources/${first.source.id}`}
            what={say('study.begin', { source: first.source.title })}
            why={say('study.begin-why', { n: uncoded.length, words: number(first.source.words) })}
          />
        )}
        {withoutCase.length > 0 && (
          <Step
            href={`${base}/sources`}
            what={say('study.give-cases', { n: withoutCase.length })}
            why={say('study.give-cases-why', { n: withoutCase.length })}
          />
        )}
        {undefinedCodes.length > 0 && (
          <Step
            href={`${base}/codebook?code=${undefinedCodes[0]!.id}#code`}
            what={say('study.define', { n: undefinedCodes.length })}
            why={say('study.define-why', { code: undefinedCodes[0]!.label })}
          />
        )}
        <Step href={`${base}/imports`} what={say('study.import-more')} why={say('study.import-more-why')} />
      </ul>
    </section>
  )
}

function Step({ href, what, why }: { href: string; what: string; why: string }) {
  return (
    <li>
      <div>
        <a href={href}>{what}</a>
        <p>{why}</p>
      </div>
    </li>
  )
}
