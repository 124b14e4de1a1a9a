import { useReader } from '../layout/reader.ts'

type WordPlace = { paragraph: number; word: number }
const fields = [
  ['fromParagraph', 'from', 'paragraph'],
  ['fromWord', 'from', 'word'],
  ['toParagraph', 'to', 'paragraph'],
  ['toWord', 'to', 'word'],
] as const

/** Two places in the text by paragraph and word, counted from 1; a word beyond the paragraph's is its last. */
export function PlaceFields({ from, to }: { from: WordPlace; to: WordPlace }) {
  const { say } = useReader()
  const places = { from, to }
  return (
    <p class="row place-fields">
      {fields.map(([name, edge, what]) => (
        <label>
          <span>{say(`answers.${edge}-${what}`)}</span>
          <input type="number" name={name} min={1} max={9_999_999} required value={`${places[edge][what]}`} />
        </label>
      ))}
    </p>
  )
}
