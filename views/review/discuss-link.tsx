import { useReader } from '../layout/reader.ts'

type Props = { base: string; kind: 'coding' | 'code' | 'memo' | 'finding' | 'source'; id: number }

/** The same, where there are threads alone. */
export function DiscussedLink(of: Props) {
  const { threads } = useReader()
  return threads?.has(`${of.kind} ${of.id}`) ? <DiscussLink {...of} /> : null
}

/** The way to what is said of something, with how many threads are open there, else how many are settled. */
export function DiscussLink({ base, kind, id }: Props) {
  const { say, threads } = useReader()
  const { open = 0, settled = 0 } = threads?.get(`${kind} ${id}`) ?? {}
  return (
    <a class="small discuss" href={`${base}/discussion/${kind}/${id}`}>
      {say('discuss.link')}
      {open > 0 && <span class="needs-you">{` ${say('discuss.threads', { n: open })}`}</span>}
      {open === 0 && settled > 0 && <span class="quiet">{` ${say('discuss.threads-settled', { n: settled })}`}</span>}
    </a>
  )
}
