import type { Reader } from '../../views/layout/reader.ts'
import type { Waiting } from '../../views/texts/waiting-note.tsx'
import type { Searcher } from '../search/searcher.ts'
import type { House } from '../storage/open.ts'
import type { Pool } from '../workers/pool.ts'
import type { Person } from './person.ts'

/**
 * How this installation is reached. `accounts`: people must sign in, also before anybody has made an account. `address`: the one address that people come
 * by; only this computer's own where there is none. `trustedProxy`: the one that may say whom it forwards.
 */
export type Access = { readonly accounts: boolean; readonly address?: URL | undefined; readonly trustedProxy?: string | undefined }
/** `stopping` is aborted when the program is told to stop: what is under way is finished, streams end, nothing new begins. */
export type Deps = { house: House; pool: Pool; searcher: Searcher; access?: Access; stopping?: AbortSignal | undefined }
type ProjectHead = { id: number; slug: string; name: string; language: 'sv' | 'nb' | 'nn' | 'en'; researchQuestion: string }

/** What a handler finds in `c.var`. `project`, and what waits in it, are there under /projects/:slug alone. */
export type AppEnv = {
  Variables: Required<Deps> & {
    reader: Reader
    person: Person
    coder: { id: number; name: string; onlyHere: boolean }
    project: ProjectHead
    waiting: Waiting | undefined
  }
}
