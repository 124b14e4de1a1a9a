import type { SearchNote } from '../../src/domain/found-lines.ts'
import type { QueryNode } from '../../src/domain/query.ts'
import { querySentence } from '../../src/domain/query-sentence.ts'
import { useReader } from '../layout/reader.ts'

type Props = { tree: QueryNode; names?: Readonly<Record<string, string>>; notes?: readonly SearchNote[] }

/** A search as a sentence: what it was understood as, and what was found instead of a word that nothing is written as. `names` of the ids in its conditions, by `code:12`. */
export function SaidBack({ tree, names = {}, notes = [] }: Props) {
  const { say } = useReader()
  const alike = new Set(notes.flatMap((note) => (note.kind === 'alike' ? [note.word] : [])))
  return <>{querySentence(tree, { say, names, alike }).map(({ text, strong }) => (strong ? <b>{text}</b> : text))}</>
}
