import type { PreviewSource } from '../../src/domain/import-draft.ts'
import { useReader } from '../layout/reader.ts'
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
          <a href={`${path}#file-${n}`}>{say('import.back-to-draft')}</a>
        </p>
      </div>
      <form class="section import-main" method="post" action={`${path}/files/${n}/sources`}>
        <SourceRows action={`${path}/files/${n}/sources`} n={n} sources={sources} />
        <PageButtons page={page} pages={pages} />
      </form>
    </>
  )
}
