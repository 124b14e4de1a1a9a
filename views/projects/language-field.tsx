import { sourceLanguages } from '../../src/domain/source.ts'
import { useReader } from '../layout/reader.ts'

/** The language that the texts of a new project are in. */
export function LanguageField() {
  const { say } = useReader()
  return (
    <div class="field">
      <label for="language">{say('projects.language')}</label>
      <select id="language" name="language">
        {sourceLanguages.map((language) => (
          <option value={language}>{say(`language.${language}`)}</option>
        ))}
      </select>
    </div>
  )
}
