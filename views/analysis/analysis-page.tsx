import type { TextKey } from '../../src/texts/catalogue.ts'
import { useReader } from '../layout/reader.ts'

const analyses: readonly { path: string; title: TextKey; about: TextKey }[] = [
  { path: 'matrix', title: 'nav.matrix', about: 'analysis.about-matrix' },
  { path: 'framework', title: 'framework.title', about: 'analysis.about-framework' },
  { path: 'frequencies', title: 'freq.themes', about: 'analysis.about-frequencies' },
  { path: 'charts', title: 'chart.title', about: 'analysis.about-charts' },
  { path: 'comparison', title: 'compare.title', about: 'analysis.about-comparison' },
  { path: 'co-occurrence', title: 'co.title', about: 'analysis.about-co-occurrence' },
  { path: 'coverage', title: 'coverage.title', about: 'analysis.about-coverage' },
  { path: 'saturation', title: 'saturation.title', about: 'analysis.about-saturation' },
  { path: 'bases', title: 'bases.title', about: 'analysis.about-bases' },
  { path: 'discussion', title: 'discuss.title', about: 'discuss.about' },
  { path: 'agreement', title: 'agree.title', about: 'agree.about' },
  { path: 'word-cloud', title: 'cloud.title', about: 'analysis.about-word-cloud' },
  { path: 'words', title: 'words.title', about: 'analysis.about-words' },
  { path: 'publication', title: 'publish.title', about: 'analysis.about-publication' },
  { path: 'quantifiers', title: 'quantifiers.title', about: 'analysis.about-quantifiers' },
]

/** Every analysis of the project, and what each shows. */
export function AnalysisPage({ slug }: { slug: string }) {
  const { say } = useReader()
  return (
    <>
      <header class="page-head">
        <h1>{say('analysis.title')}</h1>
        <p class="lead">{say('analysis.lead')}</p>
      </header>
      <ul class="section lines analyses">
        {analyses.map(({ path, title, about }) => (
          <li>
            <a href={`/projects/${slug}/${path}`}>{say(title)}</a>
            <span class="quiet">{say(about)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
