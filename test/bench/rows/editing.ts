import { paragraphsOf } from '../../../src/domain/paragraph.ts'
import { SLUG } from '../corpus.ts'
import type { Figure } from '../figure.ts'
import { type Ground, good } from '../ground.ts'
import { sampleOf, timeOf } from '../measure.ts'

/** Correcting a paragraph near the beginning of 300,000 characters with 2,000 codings: all that lies after it moves. And taking it back. */
export async function editing(ground: Ground): Promise<Figure[]> {
  const { client } = await ground.over('long')
  const sqlite = await ground.sqlite('long')
  const holds = sqlite.prepare('select version.id, text from source join source_version version on version.id = version_id where source.id = 1')
  const edit = async (nth: number) => {
    const { id, text } = holds.get() as { id: number; text: string }
    const { start, end, number } = paragraphsOf(text).find((one) => one.number === 3 + (nth % 5))!
    const words = text.slice(start, end).replace(/(\p{L}+) (\p{L}+)/u, `$1 så ${'mycket '.repeat(1 + (nth % 3))}$2`)
    const answer = await client.post(`/projects/${SLUG}/sources/1/text-edits`, { versionId: id, start, end, number: number!, text: words })
    return good(answer, 'correcting a paragraph').milliseconds
  }
  const undone: number[] = []
  const sample = await sampleOf(ground.times(30), async (nth) => {
    const took = await edit(nth)
    undone.push(good(await client.post(`/projects/${SLUG}/undo`, {}), 'undo').milliseconds)
    return took
  })
  const rows = sqlite.prepare('select id, start_offset, end_offset from quotation where source_id = 1 order by start_offset desc').all() as {
    id: number
    start_offset: number
    end_offset: number
  }[]
  const move = sqlite.prepare('update quotation set start_offset = ?, end_offset = ? where id = ?')
  const raw = await sampleOf(ground.times(10), () =>
    timeOf(() => {
      sqlite.transaction(() => {
        for (const { id, start_offset, end_offset } of rows) move.run(start_offset + 5, end_offset + 5, id)
      })()
      sqlite.transaction(() => {
        for (const { id, start_offset, end_offset } of [...rows].reverse()) move.run(start_offset, end_offset, id)
      })()
    }),
  )
  return [
    {
      name: 'correct a paragraph, 2,000 codings',
      unit: 'ms',
      sample,
      limit: { of: 'p50', at: 150 },
      baseline: { name: 'raw SQL, there and back', sample: raw },
    },
    { name: 'undo of it', unit: 'ms', sample: undone.slice(-sample.length).sort((a, b) => a - b) },
  ]
}
