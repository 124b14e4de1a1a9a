import { useReader } from '../layout/reader.ts'

/** Keep what is written on a page of a long list, and go on: back to the preview, or to the page beside it. */
export function PageButtons({ page, pages }: { page: number; pages: number }) {
  const { say } = useReader()
  return (
    <p class="row">
      <button class="button first" type="submit">
        {say('import.keep-and-back')}
      </button>
      {page > 1 && (
        <button class="button" type="submit" name="next" value={page - 1}>
          {say('import.keep-and-previous')}
        </button>
      )}
      {page < pages && (
        <button class="button" type="submit" name="next" value={page + 1}>
          {say('import.keep-and-next')}
        </button>
      )}
    </p>
  )
}
