import { stripWidth } from '../../src/domain/strip.ts'
import { useReader } from '../layout/reader.ts'

type Props = { paragraphs: number; coded: number; path: string; through: number }

/** A source from start to end: gray as far as it is gone through, dark where it is coded. One path, however many codings. */
export function Strip({ paragraphs, coded, path, through }: Props) {
  const { say } = useReader()
  const width = stripWidth(paragraphs)
  const gone = paragraphs === 0 ? 0 : Math.ceil((through * width) / paragraphs)
  return (
    <svg viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" role="img" aria-label={say('study.strip', { through, of: paragraphs, coded })}>
      <rect class="line" y="7.5" width={String(width)} height="1" />
      {gone > 0 && <rect class="bg" width={String(gone)} height="16" />}
      {path && <path class="fg" d={path} />}
    </svg>
  )
}
