import { type DrawnCloud, type NamedCloud, toneOf } from '../../src/domain/cloud-count.ts'
import type { CloudRequest } from '../../src/domain/cloud-request.ts'
import type { PlacedWord } from '../../src/domain/word-cloud.ts'
import { sayWord } from '../../src/texts/cloud-sentences.ts'
import { useReader } from '../layout/reader.ts'
import { addressOf } from './cloud-address.ts'

type Props = { slug: string; request: CloudRequest; cloud: NamedCloud; attributes: readonly { id: number; name: string }[]; shape: 'wide' | 'narrow' }

/** The picture of a cloud: every word a link to what it counts. Two shapes of it stand on a page and the style sheet shows one. */
export function CloudPicture({ slug, request, cloud, attributes, shape }: Props) {
  const { say } = useReader()
  const { width, height, words } = cloud[shape]
  return (
    <svg class={`cloud in-${shape}`} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say('cloud.picture', { of: cloud.name })}>
      {words.map((placed) => (
        <Word cloud={cloud} placed={placed} href={addressOf(slug, request, cloud, attributes, cloud.words[placed.index]!)} />
      ))}
    </svg>
  )
}

function Word({ cloud, placed, href }: { cloud: DrawnCloud; placed: PlacedWord; href: string }) {
  const { say } = useReader()
  const word = cloud.words[placed.index]!
  const { x, baseline, size, bold, rule, text } = placed
  const tone = toneOf(word)
  return (
    <a href={href}>
      <title>{sayWord(say, word, cloud.unit)}</title>
      <text x={`${x}`} y={`${baseline}`} font-size={`${Math.round(size * 10) / 10}`} font-weight={bold ? '600' : '500'}>
        {text}
      </text>
      {rule && tone > 0 && <path class={`c${tone}`} d={`M${rule.from} ${rule.y}H${rule.to}`} stroke-width={tone === 4 ? '4' : '2.5'} />}
      {rule && tone === 4 && <path class="over4" d={`M${rule.from} ${rule.y}H${rule.to}`} stroke-width="1.4" />}
    </a>
  )
}
