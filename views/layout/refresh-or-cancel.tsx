import { useReader } from './reader.ts'

/** Under a piece of work that takes its time: look again, where no script does, or let it be. */
export function RefreshOrCancel({ path }: { path: string }) {
  const { say } = useReader()
  return (
    <div class="row">
      <a class="button" href={path}>
        {say('import.refresh')}
      </a>
      <form method="post" action={cancellationOf(path)}>
        <button class="button bare" type="submit">
          {say('act.cancel')}
        </button>
      </form>
    </div>
  )
}

/** What the address asks for (where a file goes) comes along. */
function cancellationOf(path: string): string {
  const [page, query] = path.split('?')
  return `${page}/cancellation${query ? `?${query}` : ''}`
}
