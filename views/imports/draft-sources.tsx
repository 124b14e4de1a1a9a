import type { PreviewSource } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
import { EnterKeeps } from './enter-keeps.tsx'
import { PageButtons } from './page-buttons.tsx'
import { SourceRows } from './source-rows.tsx'

type Props = { path: string; shown: { name: string; n: number; page: number; pages: number; of: number; sources: readonly PreviewSource[] } }

/** A page of the sources in one file, where there are more than the preview shows. */
export function DraftSources({ path, shown }: Props) {
  const { say } = useReader()
  const { name, n, page, pages, of, sources } = shown
  return (
    <>
      <div class="page-head">
        <h1>{`${say('import.sources-in')} ${name}`}</h1>
        <p class="lead">{say('import.page-of', { page, pages, of })}</p>
        <p class="row">
          <button class="link" type="submit" form="listed">
            {say('import.back-to-draft')}
          </button>
        </p>
      </div>
      <form class="section import-main" id="listed" method="post" action={`${path}/files/${n}/sources`}>
        <EnterKeeps next={page} />
        <SourceRows action={`${path}/files/${n}/sources`} n={n} sources={sources} />
        <PageButtons page={page} pages={pages} />
      </form>
    </>
  )
}
