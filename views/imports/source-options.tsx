import { type SourceKind, type SourceLanguage, sourceKinds, sourceLanguages } from '../../src/domain/source.ts'
import { useReader } from '../layout/reader.ts'

export function LanguageOptions({ chosen }: { chosen: SourceLanguage }) {
  const { say } = useReader()
  return (
    <>
      {sourceLanguages.map((language) => (
        <option value={language} selected={language === chosen}>
          {say(`import.language.${language}`)}
        </option>
      ))}
    </>
  )
}

export function KindOptions({ chosen }: { chosen: SourceKind }) {
  const { say } = useReader()
  return (
    <>
      {sourceKinds.map((kind) => (
        <option value={kind} selected={kind === chosen}>
          {say(`import.kind.${kind}`)}
        </option>
      ))}
    </>
  )
}
