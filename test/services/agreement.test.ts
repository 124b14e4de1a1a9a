import { expect, test } from 'vitest'
import { readAgreement } from '../../src/services/agreement.ts'
import { perform } from '../../src/storage/ledger.ts'
import { keepVersion } from '../../src/storage/source-versions.ts'
import { openTestHouse } from '../support/house.ts'

const at = '2026-01-05T09:00:00.000Z'
const text = 'One said this.'

/** A project in which each source is a unit: `coders[c][s]` is the code that a coder put on all of it, `.` where they have not been. */
async function studyOf(coders: readonly string[]) {
  const { house } = await openTestHouse()
  const { result } = await perform(house.write, { projectId: null, actorId: 1, kind: 'create-project' }, async (ledger) => {
    const guid = () => crypto.randomUUID()
    const projectId = await ledger.insert('project', { guid: guid(), slug: 'units', name: 'Units', language: 'en', made_at: at })
    const codes = new Map<string, number>()
    for (const label of [...new Set(coders.join('').replaceAll('.', ''))].sort())
      codes.set(
        label,
        await ledger.insert('code', {
          guid: guid(),
          project_id: projectId,
          parent_id: null,
          label,
          position: codes.size + 1,
          color: null,
          made_at: at,
          retired_at: null,
        }),
      )
    const ids: number[] = []
    for (const [nth] of coders.entries()) ids.push(await ledger.insert('coder', { guid: guid(), name: `Coder ${nth + 1}`, made_at: at }))
    for (let unit = 0; unit < coders[0]!.length; unit++) {
      const source = guid()
      const version_id = await keepVersion(ledger.trx, { sourceGuid: source, number: 1, text, actId: ledger.actId })
      const rest = { kind: 'interview', language: 'en', position: unit + 1, original_id: null, original_name: null, made_at: at } as const
      const source_id = await ledger.insert('source', { guid: source, project_id: projectId, title: `Unit ${unit + 1}`, version_id, ...rest })
      const quotation_id = await ledger.insert('quotation', { guid: guid(), source_id, start_offset: 0, end_offset: text.length })
      for (const [nth, row] of coders.entries())
        if (row[unit] !== '.')
          await ledger.insert('coding', {
            guid: guid(),
            quotation_id,
            code_id: codes.get(row[unit]!)!,
            coder_id: ids[nth]!,
            made_by: 'person',
            made_at: at,
          })
    }
    return { projectId, ids }
  })
  return { house, ...result }
}

test('four coders who have not all been in every source, as Gwet’s example (cac.raw4raters) has it: percent .81818, Fleiss .76117, alpha .74342, AC1 .77544', async () => {
  const { house, projectId } = await studyOf(['123321412...', '1233224125.3', '.3332342251.', '12332441251.'])
  const { rows, compared, sources } = await readAgreement(house.read, { projectId, coders: [], unit: 'source' })
  const [all] = rows
  expect([all!.n, compared, sources]).toEqual([11, 11, 12])
  for (const [name, value] of [
    ['percent', 0.81818],
    ['fleiss', 0.76117],
    ['alpha', 0.74342],
    ['ac1', 0.77544],
  ] as const)
    expect(all![name], name).toBeCloseTo(value, 5)
  expect(rows).toHaveLength(6)
  const again = await readAgreement(house.read, { projectId, coders: [], unit: 'source' })
  expect(again.rows.map(({ intervals }) => intervals)).toEqual(rows.map(({ intervals }) => intervals))
})

test('of two coders a source that only one has seen counts for nothing; a code that was used only there is there, and undefined', async () => {
  const [short, long] = [await studyOf(['1122', '1121']), await studyOf(['112233', '1121..'])]
  const read = ({ house, projectId }: Awaited<ReturnType<typeof studyOf>>) => readAgreement(house.read, { projectId, coders: [], unit: 'source' })
  const [one, two] = [await read(short), await read(long)]
  expect({ ...two.rows[0], coded: 0 }).toEqual({ ...one.rows[0], coded: 0 })
  expect(two.rows.map(({ code }) => code?.label)).toEqual([undefined, '1', '2', '3'])
  expect(two.rows[3]).toMatchObject({ n: 4, percent: 1, cohen: null, fleiss: null, alpha: null, ac1: 1 })
})

test('Cohen 1960, p. 45, of two hundred sources: kappa .492', async () => {
  const table = [
    [88, 10, 2],
    [14, 40, 6],
    [18, 10, 12],
  ]
  const pairs = table.flatMap((row, a) => row.flatMap((n, b) => Array.from({ length: n }, () => [a, b] as const)))
  const { house, projectId } = await studyOf([pairs.map(([a]) => a).join(''), pairs.map(([, b]) => b).join('')])
  const { rows } = await readAgreement(house.read, { projectId, coders: [], unit: 'source' })
  expect(rows[0]!.cohen).toBeCloseTo(0.492, 3)
})
