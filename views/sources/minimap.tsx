import { unionOf } from '../../src/domain/span.ts'
import { useReader } from '../layout/reader.ts'
import type { TranscriptView } from './transcript-view.ts'

const HEIGHT = 1000
const COLUMN = 8

/** Where the themes lie in the source: a column a theme. The island overview.js makes a slider of it that says what lies where, and goes there. */
export function Minimap({ of }: { of: TranscriptView }) {
  const { say } = useReader()
  const themes = themesOf(of)
  return (
    <div class="minimap" id="minimap">
      <ol aria-hidden="true" class={`columns-${themes.length}`}>
        {themes.map((theme) => (
          <li>{theme.key}</li>
        ))}
      </ol>
      <div
        class="map"
        role="img"
        aria-label={say('source.minimap')}
        data-of={of.source.paragraphs}
        data-at={say('source.overview-at', { number: '#', of: of.source.paragraphs })}
        data-none={say('source.overview-none')}
      >
        <OverviewBars of={of} />
      </div>
      <p class="map-says" aria-hidden="true" hidden />
    </div>
  )
}

/** A path a theme, of the codings that are shown. `#overview` ← every act that touches a coding here, and every other choice of codings. */
export function OverviewBars({ of }: { of: TranscriptView }) {
  const themes = themesOf(of)
  const width = Math.max(1, themes.length) * COLUMN - 2
  return (
    <svg id="overview" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {themes.map((theme, column) => (
        <>
          <rect class="track" x={column * COLUMN} y="0" width={COLUMN - 2} height={HEIGHT} />
          <path class={`m${theme.tone}`} d={barsOf(of, theme.id, column * COLUMN)} />
        </>
      ))}
    </svg>
  )
}

function themesOf(of: TranscriptView) {
  return of.tree.filter((theme) => !theme.retiredAt).slice(0, 8)
}

function barsOf(of: TranscriptView, themeId: number, x: number): string {
  const shown = of.codings.filter((coding) => of.codeOf.get(coding.codeId)?.themeId === themeId && (!of.hidden.has(coding.id) || of.fresh?.has(coding.id)))
  const scale = HEIGHT / Math.max(1, of.source.length)
  return unionOf(shown.map((coding) => coding.span))
    .map(({ start, end }) => `M${x} ${Math.round(start * scale)}h${COLUMN - 2}v${Math.max(3, Math.round((end - start) * scale))}h-${COLUMN - 2}z`)
    .join('')
}
