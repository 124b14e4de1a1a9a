import type { CodeMeant } from '../../src/domain/codes-meant.ts'
import type { SearchNote } from '../../src/domain/found-lines.ts'
import type { QueryProblem } from '../../src/domain/query.ts'
import { sayProblem } from '../../src/texts/problem-sentences.ts'
import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'

type ProblemProps = { problems: readonly QueryProblem[]; codes: readonly CodeMeant[]; address: string }

/** What of a search could not be taken as it is written, with its place, and searches that may have been meant; codes that are offered by their keys are not offered twice. */
export function Problems({ problems, codes, address }: ProblemProps) {
  const { say } = useReader()
  const isCode = codes.some(({ by }) => by === 'part')
  return (
    <>
      {problems.map((problem) => {
        const sentence = sayProblem(problem, say)
        const instead = isCode && problem.values['key'] === 'code' ? [] : (problem.instead ?? [])
        return (
          sentence !== '' && (
            <p class="sentence">
              {sentence}
              {instead.map(({ words, query }) => (
                <>
                  {' '}
                  <a class="nowrap" href={`${address}?${new URLSearchParams({ q: query.toWellFormed() })}`}>
                    {words}
                  </a>
                </>
              ))}
            </p>
          )
        )
      })}
    </>
  )
}

/** What should be said of the words of a search: that words spelt nearly so were found instead, or that another may be meant, as a link to that search. */
export function SearchNotes({ notes, address }: { notes: readonly SearchNote[]; address: string }) {
  const { say } = useReader()
  return (
    <>
      {notes.map((note) =>
        note.kind === 'alike' ? (
          <p class="sentence">{say('search.alike', { word: note.word, words: note.words.join(', ') })}</p>
        ) : note.kind === 'unguessed' ? (
          <p class="sentence">{say('search.unguessed', { most: note.most, words: note.words.join(', ') })}</p>
        ) : (
          <p class="sentence">
            <a href={`${address}?${new URLSearchParams({ q: note.query.toWellFormed() })}`}>
              {say('search.meant', { word: note.word, instead: note.instead })}
            </a>
          </p>
        ),
      )}
    </>
  )
}

/** Codes that a search may mean, each a link to the search that asks for it. */
export function CodesMeant({ codes, address }: { codes: readonly CodeMeant[]; address: string }) {
  const { say } = useReader()
  return (
    <>
      {codes.map(({ by, code, query }) => (
        <p class="sentence">
          <a href={`${address}?${new URLSearchParams({ q: query.toWellFormed() })}`}>
            <Key code={code} /> {say(by === 'part' ? 'search.code-meant' : 'search.code-named', { label: code.label })}
          </a>
        </p>
      ))}
    </>
  )
}
