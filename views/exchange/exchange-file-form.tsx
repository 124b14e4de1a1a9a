import { useReader } from '../layout/reader.ts'

/** Choose a file of another program, and have it read. `into`: the slug of the project that it is probably for. */
export function ExchangeFileForm({ into }: { into: string }) {
  const { say } = useReader()
  return (
    <form class="stack narrow-form" method="post" action="/exchanges" enctype="multipart/form-data">
      <input type="hidden" name="into" value={into} />
      <div class="field">
        <label for="exchange-file">{say('exchange.file')}</label>
        <input id="exchange-file" type="file" name="files" accept=".qdpx,.qdc,.zip" required />
      </div>
      <p class="row">
        <button class="button" type="submit">
          {say('exchange.read')}
        </button>
      </p>
    </form>
  )
}
