import { Key } from '../codebook/key.tsx'
import { useReader } from '../layout/reader.ts'

/** What a study's codebook starts from: the five themes, nothing, or a file. */
export function CodebookChoice({ labelledBy, themes }: { labelledBy: string; themes: readonly string[] }) {
  const { say } = useReader()
  return (
    <fieldset aria-labelledby={labelledBy}>
      <label class="check">
        <input type="radio" name="codebook" value="five-themes" checked />
        <span>
          <b>{say('projects.five-themes')}</b> <span class="quiet small">{say('projects.five-themes-why')}</span>
          <span class="row">
            {themes.map((label, index) => (
              <span class="code-name">
                <Key code={{ key: `${index + 1}`, tone: index + 1, depth: 0 }} />
                {label}
              </span>
            ))}
          </span>
        </span>
      </label>
      <label class="check">
        <input type="radio" name="codebook" value="empty" />
        <span>
          <b>{say('projects.empty-codebook')}</b>
        </span>
      </label>
      <label class="check">
        <input type="radio" name="codebook" value="file" />
        <span>
          <b>{say('projects.codebook-file')}</b> <span class="quiet small">{say('projects.codebook-file-why')}</span>
        </span>
      </label>
      <div class="row">
        <label class="vh" for="codebook-file">
          {say('projects.codebook-file')}
        </label>
        <input id="codebook-file" type="file" name="file" accept=".csv,text/csv" />
      </div>
    </fieldset>
  )
}
