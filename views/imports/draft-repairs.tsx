import type { Repair, ShownEdit } from '../../src/domain/read-notes.ts'
import { useReader } from '../layout/reader.ts'
import { PageButtons } from './page-buttons.tsx'
import { Edits } from './repair-table.tsx'

type Shown = { name: string; n: number; kind: Repair['kind']; page: number; pages: number; of: number; edits: readonly ShownEdit[]; kindRefused: boolean }

/** A page of everything of one kind that was mended in a file, each of which can be refused. */
export function DraftRepairs({ path, shown }: { path: string; shown: Shown }) {
  const { say } = useReader()
  const { name, n, kind, page, pages, of, edits, kindRefused } = shown
  return (
    <>
      <div class="page-head">
        <h1>{`${say('import.repaired-in')} ${name}`}</h1>
        <p class="lead">{say(`import.repair.${kind}`, { count: of, example: '' })}</p>
        <p>{say('import.page-of', { page, pages, of })}</p>
        <p class="row">
          <button class="link" type="submit" form="listed">
            {say('import.back-to-draft')}
          </button>
        </p>
      </div>
      <form class="section" id="listed" method="post" action={`${path}/files/${n}/repairs?kind=${kind}&page=${page}`}>
        <input type="hidden" name={`edits.${n}`} value={[kind, ...edits.map((edit) => edit.key)].join(' ')} />
        <label class="check">
          <input type="checkbox" name={`edit.${n}.${kind}`} value="yes" checked={!kindRefused} />
          <b>{say('import.mend-all')}</b>
        </label>
        <Edits n={n} edits={edits} />
        <PageButtons page={page} pages={pages} />
      </form>
    </>
  )
}
