import { useReader } from '../layout/reader.ts'

/** Keep what the page is narrowed to under a name. */
export function SaveSet({ slug, filter, back }: { slug: string; filter: string; back: string }) {
  const { say } = useReader()
  return (
    <form class="controls save-set" method="post" action={`/projects/${slug}/sets`}>
      <input type="hidden" name="filter" value={filter} />
      <input type="hidden" name="back" value={back} />
      <label for="set-name">{say('set.save-as')}</label>
      <input id="set-name" name="name" required maxlength={200} autocomplete="off" />
      <button class="button" type="submit">
        {say('set.save')}
      </button>
    </form>
  )
}
