import type { Drawing, Mark } from '../../src/domain/drawing.ts'

type Props = { drawing: Drawing; label: string; shape: 'wide' | 'narrow'; addressOf?: (opens: string) => string | undefined }

/** A chart on the page. Two shapes of it stand there and the style sheet shows one; the table below says the same in numbers. */
export function DrawingPicture({ drawing: { width, height, marks }, label, shape, addressOf }: Props) {
  const links = addressOf && marks.some((mark) => mark.is === 'text' && mark.opens)
  return (
    <svg class={`drawing in-${shape}`} viewBox={`0 0 ${width} ${height}`} role={links ? 'group' : 'img'} aria-label={label}>
      {marks.map((mark) => (
        <Drawn mark={mark} addressOf={addressOf} />
      ))}
    </svg>
  )
}

function Drawn({ mark, addressOf }: { mark: Mark; addressOf: Props['addressOf'] }) {
  if (mark.is === 'text') return <Text mark={mark} href={mark.opens ? addressOf?.(mark.opens) : undefined} />
  if (mark.is === 'line') return <path class={`stroke-${mark.ink}`} d={mark.d} stroke-width={`${mark.width}`} />
  if (mark.is === 'area') return <path class={`area-${mark.ink}`} d={mark.d} />
  if (mark.is === 'dot') return <circle class={mark.full ? 'dot-full' : 'dot-open'} cx={`${mark.x}`} cy={`${mark.y}`} r={`${mark.r}`} />
  return (
    <>
      <path class={`c${mark.tone}`} d={`M${mark.x} ${mark.y}h${mark.length}`} stroke-width={mark.tone === 4 ? '4' : '2.5'} />
      {mark.tone === 4 && <path class="over4" d={`M${mark.x} ${mark.y}h${mark.length}`} stroke-width="1.4" />}
    </>
  )
}

function Text({ mark, href }: { mark: Mark & { is: 'text' }; href: string | undefined }) {
  const { x, y, text, size, anchor, ink, turned } = mark
  const place = turned ? { transform: `translate(${x} ${y}) rotate(-90)` } : { x: `${x}`, y: `${y}` }
  const drawn = (
    <text class={`ink-${ink}`} font-size={`${size}`} text-anchor={anchor} {...place}>
      {text}
    </text>
  )
  return href ? <a href={href}>{drawn}</a> : drawn
}
