import { createContext, useContext } from 'hono/jsx'
import type { Reading } from '../../src/domain/reading.ts'
import type { ProjectRight } from '../../src/domain/role.ts'
import type { InterfaceLanguage, Say } from '../../src/texts/catalogue.ts'

/** Who reads the page, and how: language, theme, coder, and the address they stand at. */
export type Reader = {
  readonly language: InterfaceLanguage
  readonly say: Say
  readonly theme: 'light' | 'dark' | null
  readonly reading: Reading
  readonly coder: { readonly id: number; readonly name: string }
  readonly path: string
  /** Whether people sign in here, and this one has. */
  readonly standing: 'local' | 'in' | 'out'
  /** Whether the reader may do what needs a right: what they may not is not shown. */
  readonly may: (right: ProjectRight) => boolean
  /** Address of a file of views/assets, stamped with its contents. */
  readonly asset: (name: string) => string
  /** A coder as the reader calls them: the one who has not been given a name is "You". */
  readonly coderName: (name: string) => string
  readonly number: (value: number, digits?: number) => string
  readonly percent: (share: number) => string
  /** A time as people say it: 9.12 today, "i går 16.40", "tis 14.20", a date before that. */
  readonly when: (iso: string) => string
  readonly date: (iso: string) => string
  /** How many threads there are on each thing of the project, by `coding 12`. */
  readonly threads?: ReadonlyMap<string, { readonly open: number; readonly settled: number }>
  /** What others have changed since the reader last looked, on pages that say so: `source 3`, `code 12`, `coding 40`, `cell 5.c12`. */
  readonly fresh?: ReadonlySet<string>
}

export const ReaderContext = createContext<Reader | null>(null)

/** The reader of the page being rendered. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('A view was rendered without a reader.')
  return reader
}
