import type { ExchangeLoss } from '../../src/domain/exchanged.ts'
import { useReader } from '../layout/reader.ts'

/** What is lost on the way, a line a kind. */
export function LossList({ losses }: { losses: readonly ExchangeLoss[] }) {
  const { say } = useReader()
  return (
    <ul class="losses">
      {losses.map(({ kind, count }) => (
        <li>{say(`exchange.loss.${kind}`, { n: count })}</li>
      ))}
    </ul>
  )
}
