import type { NamedCloud } from '../../src/domain/cloud-count.ts'
import { type CloudRequest, queryOf, wholeCloud } from '../../src/domain/cloud-request.ts'
import { sayBase } from '../../src/texts/cloud-sentences.ts'
import { useReader } from '../layout/reader.ts'
import { CloudPicture } from './cloud-picture.tsx'

/** As many words as have room in a column. */
const small: Partial<CloudRequest> = { most: 30, least: 2 }

/** Where the words of a theme's quotations will stand: a link to them, and with a script their picture as soon as it is drawn. It has its size beforehand. */
export function ThemeCloudPlace({ slug, themeId }: { slug: string; themeId: number }) {
  const { say } = useReader()
  const query = queryOf({ ...wholeCloud, themeId })
  const picture = `/projects/${slug}/word-cloud${queryOf({ ...wholeCloud, ...small, themeId }, { part: 'picture' })}`
  return (
    <section class="theme-cloud" aria-label={say('super.cloud')}>
      <p class="small">
        <a href={`/projects/${slug}/word-cloud${query}`}>{say('super.cloud')}</a>
      </p>
      <div class="theme-cloud-room" hx-get={picture} hx-trigger="load" hx-swap="innerHTML" />
    </section>
  )
}

/** The picture alone, for the place that waits for it. */
export function ThemeCloudPicture({ slug, request, clouds }: { slug: string; request: CloudRequest; clouds: readonly NamedCloud[] }) {
  const { say } = useReader()
  const [cloud] = clouds
  if (!cloud || cloud.words.length === 0) return <p class="quiet small">{say('super.cloud-none')}</p>
  return (
    <>
      <CloudPicture slug={slug} request={request} cloud={cloud} attributes={[]} shape="narrow" />
      <p class="quiet small">{sayBase(say, request.from, cloud)}</p>
    </>
  )
}
