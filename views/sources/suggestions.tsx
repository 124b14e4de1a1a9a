import type { Suggestion } from '../../src/domain/suggest-codes.ts'
import { useReader } from '../layout/reader.ts'
import { AskForm } from './ask-form.tsx'
import type { TranscriptView } from './transcript-view.ts'

/** Codes that the picker offers first for a paragraph, each with its reason in two words. Not shown by themselves. `#suggestions` ← moving. */
export function Suggestions({ paragraph, suggestions }: { paragraph: number; suggestions: readonly Suggestion[] }) {
  const { say } = useReader()
  return (
    <ol data-paragraph={paragraph}>
      {suggestions.map(({ codeId, why }) => (
        <li data-code={codeId}>{say(`picker.why-${why}`)}</li>
      ))}
    </ol>
  )
}

/** Where suggestions wait for the picker to open, and the form that the island suggestions.js asks for them with. */
export function SuggestionForm({ of }: { of: TranscriptView }) {
  return (
    <>
      <AskForm id="suggest-form" to={`${of.path}/suggestions`} fields={['paragraph']} target="#suggestions" swap="innerHTML" sync="this:replace" />
      <div id="suggestions" hidden />
    </>
  )
}
