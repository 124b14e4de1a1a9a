import { type CloudChoices, type NamedCloud, themesIn } from '../../src/domain/cloud-count.ts'
import { type CloudRequest, queryOf, wholeCloud } from '../../src/domain/cloud-request.ts'
import { sayBase, sayScale } from '../../src/texts/cloud-sentences.ts'
import { useReader } from '../layout/reader.ts'
import { CloudForm, StopWords } from './cloud-form.tsx'
import { CloudPicture } from './cloud-picture.tsx'
import { CloudTable } from './cloud-table.tsx'

type Props = { slug: string; request: CloudRequest; choices: CloudChoices; cuts: string; groups: { value: string; label: string }[]; clouds: NamedCloud[] }

/** The page of a word cloud: what it shows as a sentence, the picture (two beside each other if wished), the words in numbers. */
export function WordCloud({ slug, request, choices, cuts, groups, clouds }: Props) {
  const { say } = useReader()
  const some = clouds.some(({ words }) => words.length > 0)
  const labels = request.from === 'labels'
  return (
    <>
      <header class="page-head">
        <h1>{say('cloud.title')}</h1>
        <p class="lead">{say(labels ? 'cloud.lead-labels' : 'cloud.lead')}</p>
        {!labels && (
          <p class="small">
            <a href={`/projects/${slug}/words${queryOf({ ...request, most: wholeCloud.most })}`}>{say('cloud.to-words')}</a>
          </p>
        )}
      </header>
      <CloudForm slug={slug} request={request} choices={choices} cuts={cuts} groups={groups} />
      {!labels && <StopWords slug={slug} words={choices.stopWords} />}
      {some ? (
        <>
          <Pictures slug={slug} request={request} choices={choices} clouds={clouds} />
          <section class="section">
            <header>
              <h2>{say(labels ? 'cloud.table-labels' : 'cloud.table')}</h2>
            </header>
            <div class={clouds.length > 1 ? 'clouds' : undefined}>
              {clouds.map((cloud) => (
                <CloudTable slug={slug} request={request} cloud={cloud} attributes={choices.attributes} named={clouds.length > 1} />
              ))}
            </div>
          </section>
        </>
      ) : (
        <Empty slug={slug} request={request} choices={choices} clouds={clouds} />
      )}
    </>
  )
}

function Pictures({ slug, request, choices, clouds }: Pick<Props, 'slug' | 'request' | 'choices' | 'clouds'>) {
  const { say } = useReader()
  return (
    <section class="section" aria-label={say('cloud.title')}>
      <div class={clouds.length > 1 ? 'clouds' : 'one-cloud'}>
        {clouds.map((cloud) => (
          <figure>
            <figcaption>
              <b>{cloud.name}</b>
              <br />
              {sayBase(say, request.from, cloud)}
            </figcaption>
            {clouds.length === 1 && <CloudPicture slug={slug} request={request} cloud={cloud} attributes={choices.attributes} shape="wide" />}
            <CloudPicture slug={slug} request={request} cloud={cloud} attributes={choices.attributes} shape="narrow" />
          </figure>
        ))}
      </div>
      <p class="row cloud-foot">
        <span class="quiet small">
          {sayScale(say, request, clouds.length > 1)} <Lines clouds={clouds} labels={request.from === 'labels'} />
        </span>
        <span class="row push">
          {say('cloud.download')}
          {['svg', 'png', 'csv', 'json'].map((format) => (
            <a href={`/projects/${slug}/exports/word-cloud.${format}${queryOf(request)}`} download>
              {format}
            </a>
          ))}
        </span>
      </p>
    </section>
  )
}

/** What the lines under the words mean. */
function Lines({ clouds, labels }: { clouds: readonly NamedCloud[]; labels: boolean }) {
  const { say } = useReader()
  const themes = themesIn(clouds)
  if (themes.length === 0) return null
  return (
    <>
      {!labels && say('cloud.theme-line')}{' '}
      <span class="cloud-themes">
        {themes.map((theme) => (
          <span class="row">
            <span class={`key t${theme.tone}`}>{theme.key}</span>
            <span>{theme.label}</span>
          </span>
        ))}
      </span>
    </>
  )
}

/** Nothing to show: what would stand here, and the way there. */
function Empty({ slug, request, choices, clouds }: Pick<Props, 'slug' | 'request' | 'choices' | 'clouds'>) {
  const { say } = useReader()
  const labels = request.from === 'labels'
  const uncoded = (labels || request.themeId || request.coderId) && clouds.every(({ quotations }) => quotations === 0)
  const why = choices.sources === 0 ? 'cloud.empty-project' : !uncoded ? 'cloud.empty-narrow' : labels ? 'cloud.empty-labels' : 'cloud.empty-quoted'
  return (
    <section class="section">
      <header>
        <h2>{say('cloud.empty-title')}</h2>
      </header>
      <p class="lead">{say(why)}</p>
      <p class="row cloud-foot">
        {choices.sources === 0 && (
          <a class="button first" href={`/projects/${slug}/imports`}>
            {say('cloud.to-import')}
          </a>
        )}
        {choices.sources > 0 && uncoded && <a href={`/projects/${slug}/sources`}>{say('cloud.to-sources')}</a>}
        {choices.sources > 0 && <a href={`/projects/${slug}/word-cloud`}>{say('cloud.reset')}</a>}
      </p>
    </section>
  )
}
