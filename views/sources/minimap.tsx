import { unionOf } from '../../src/domain/span.ts'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

const HEIGHT = 1000
const COLUMN = 8

/** Where the themes lie in the source: a column a theme, a path each. `#minimap` ← every act that touches a coding here. */
export function Minimap({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const themes = of.tree.filter((theme) => !theme.retiredAt).slice(0, 8)
  const width = Math.max(1, themes.length) * COLUMN - 2
  return (
    <div class="minimap" id="minimap">
      <ol aria-hidden="true" class={`columns-${themes.length}`}>
        {themes.map((theme) => (
          <li>{theme.key}</li>
        ))}
      </ol>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={say('source.minimap')}>
        {themes.map((theme, column) => (
          <>
            <rect class="track" x={column * COLUMN} y="0" width={COLUMN - 2} height={HEIGHT} />
            <path class={`m${theme.tone}`} d={barsOf(of, theme.id, column * COLUMN)} />
          </>
        ))}
      </svg>
    </div>
  )
}

function barsOf(of: TranscriptView, themeId: number, x: number): string {
  const spans = of.codings.filter((coding) => of.codeOf.get(coding.codeId)?.themeId === themeId).map((coding) => coding.span)
  const scale = HEIGHT / Math.max(1, of.source.length)
  return unionOf(spans)
    .map(({ start, end }) => `M${x} ${Math.round(start * scale)}h${COLUMN - 2}v${Math.max(3, Math.round((end - start) * scale))}h-${COLUMN - 2}z`)
    .join('')
}
