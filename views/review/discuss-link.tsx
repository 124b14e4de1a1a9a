import { useReader } from '../layout/reader.ts'

/** The way to what is said of something, with how many threads are open there, else how many are settled. */
export function DiscussLink({ base, kind, id }: { base: string; kind: 'coding' | 'code' | 'memo' | 'finding' | 'source'; id: number }) {
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
