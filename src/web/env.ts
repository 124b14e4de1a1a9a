import type { Reader } from '../../views/layout/reader.ts'
import type { Waiting } from '../../views/texts/waiting-note.tsx'
import type { Searcher } from '../search/searcher.ts'
import type { House } from '../storage/open.ts'
import type { Pool } from '../workers/pool.ts'

export type Deps = { house: House; pool: Pool; searcher: Searcher }
export type ProjectHead = { id: number; slug: string; name: string; language: 'sv' | 'nb' | 'nn' | 'en'; researchQuestion: string }

/** What a handler finds in `c.var`. `project`, and what waits in it, are there under /projects/:slug alone. */
export type AppEnv = {
  Variables: Deps & { reader: Reader; coder: { id: number; name: string; onlyHere: boolean }; project: ProjectHead; waiting: Waiting | undefined }
}
