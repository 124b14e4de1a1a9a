import { useReader } from '../layout/reader.ts'

/** The way to what is said of something. */
export function DiscussLink({ base, kind, id }: { base: string; kind: 'coding' | 'code' | 'memo' | 'finding' | 'source'; id: number }) {
  const { say } = useReader()
  return (
    <a class="small" href={`${base}/discussion/${kind}/${id}`}>
      {say('discuss.link')}
    </a>
  )
}
