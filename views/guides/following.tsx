import { useReader } from '../layout/reader.ts'

type Props = {
  base: string
  guides: readonly { id: number; name: string }[]
  sources: readonly { id: number; title: string; guideId: number | null }[]
}

/** Each source with the guide that it follows. Choosing another looks for the answers in it again. */
export function Following({ base, guides, sources }: Props) {
  const { say } = useReader()
  return (
    <section class="section" id="following">
      <header>
        <h2>{say('guides.sources-title')}</h2>
      </header>
      <table class="plain-table following">
        <thead>
          <tr>
            <th scope="col">{say('guides.source')}</th>
            <th scope="col">{say('guides.follows')}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr>
              <th scope="row">
                <a href={`${base}/sources/${source.id}`}>{source.title}</a>
              </th>
              <td>
                <form
                  class="row"
                  method="post"
                  action={`${base}/guides/sources/${source.id}`}
                  hx-post={`${base}/guides/sources/${source.id}`}
                  hx-trigger="change, submit"
                  hx-swap="none"
                >
                  <select name="guideId" aria-label={say('guides.guide-of', { source: source.title })}>
                    <option value="" selected={source.guideId === null}>
                      {say('guides.follows-none')}
                    </option>
                    {guides.map((guide) => (
                      <option value={`${guide.id}`} selected={source.guideId === guide.id}>
                        {guide.name}
                      </option>
                    ))}
                    <option value="best">{say('guides.follows-best')}</option>
                  </select>
                  <button class="button bare small no-script" type="submit">
                    {say('act.save')}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
