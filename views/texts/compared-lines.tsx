import { useReader } from '../layout/reader.ts'

export type Line = {
  old: number | null
  now: number | null
  stretches: readonly { kind: 'same' | 'gone' | 'come'; words: string }[]
}
/** Units of unchanged text kept on either side of a change. */
const KEPT = 90

/** The paragraphs in which two texts differ: what was taken out is struck through, what was put in underlined, and both are said. */
export function ComparedLines({ lines }: { lines: readonly Line[] }) {
  const { say } = useReader()
  const place = ({ old, now }: Line) => {
    if (old === null) return say('version.line-new', { now: now ?? '' })
    return now === null ? say('version.line-gone', { old }) : say('version.line', { old, now })
  }
  return (
    <ol class="compared">
      {lines.map((line) => (
        <li>
          <span class="small quiet">{place(line)}</span>
          <p class="change">
            {line.stretches.map(({ kind, words }, at) => {
              if (kind === 'same') return shortened(words, at === 0, at === line.stretches.length - 1)
              const said = <span class="vh">{`${say(kind === 'gone' ? 'version.taken-out' : 'version.put-in')} `}</span>
              return kind === 'gone' ? (
                <del>
                  {said}
                  {words}
                </del>
              ) : (
                <ins>
                  {said}
                  {words}
                </ins>
              )
            })}
          </p>
        </li>
      ))}
    </ol>
  )
}

function shortened(words: string, first: boolean, last: boolean): string {
  if (first && words.length > KEPT) return `… ${words.slice(-KEPT)}`
  if (last && words.length > KEPT) return `${words.slice(0, KEPT)} …`
  return words.length > 3 * KEPT ? `${words.slice(0, KEPT)} … ${words.slice(-KEPT)}` : words
}
