import { type Quantifier, quantifiers, quantifierWords, type Thresholds } from '../../src/domain/quantifier.ts'
import { useReader } from '../layout/reader.ts'
import { AnalysisHead } from './analysis-parts.tsx'

const languages = ['sv', 'nb', 'nn', 'en'] as const

/** Which word fits which count, in the languages that reports are written in, and where the project draws the lines. */
export function QuantifiersPage({ slug, thresholds }: { slug: string; thresholds: Thresholds }) {
  const { say } = useReader()
  return (
    <>
      <AnalysisHead slug={slug} title={say('quantifiers.title')} lead={say('quantifiers.lead')} />
      <section class="section">
        <header>
          <h2>{say('quantifiers.table')}</h2>
        </header>
        <table class="source-table analysis-table">
          <caption class="vh">{say('quantifiers.caption')}</caption>
          <thead>
            <tr>
              {languages.map((language) => (
                <th scope="col">{say(`quantifiers.${language}`)}</th>
              ))}
              <th scope="col">{say('quantifiers.when')}</th>
            </tr>
          </thead>
          <tbody>
            {quantifiers.map((one) => (
              <WordRow one={one} thresholds={thresholds} />
            ))}
          </tbody>
        </table>
      </section>
      <ThresholdForm slug={slug} thresholds={thresholds} />
    </>
  )
}

function WordRow({ one, thresholds: { mostShare, severalShare, severalCases } }: { one: Quantifier; thresholds: Thresholds }) {
  const { say } = useReader()
  const share = one === 'most' ? mostShare : severalShare
  return (
    <tr>
      {languages.map((language) => (
        <td lang={language} data-label={say(`quantifiers.${language}`)}>
          {quantifierWords[language][one]}
        </td>
      ))}
      <td class="rule">{say(`quantifiers.rule-${one}`, { share, cases: severalCases })}</td>
    </tr>
  )
}

function ThresholdForm({ slug, thresholds }: { slug: string; thresholds: Thresholds }) {
  const { say } = useReader()
  const field = (name: keyof Thresholds, label: string, min: number, max: number) => (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} type="number" inputmode="numeric" min={min} max={max} value={`${thresholds[name]}`} required />
    </div>
  )
  return (
    <section class="section">
      <header>
        <h2>{say('quantifiers.set')}</h2>
      </header>
      <form class="stack thresholds" method="post" action={`/projects/${slug}/quantifiers`}>
        {field('mostShare', say('quantifiers.most'), 51, 99)}
        {field('severalShare', say('quantifiers.several'), 1, 98)}
        {field('severalCases', say('quantifiers.several-cases'), 2, 50)}
        <button class="button first" type="submit">
          {say('act.save')}
        </button>
      </form>
    </section>
  )
}
