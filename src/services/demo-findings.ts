import type { FindingState } from '../domain/finding.ts'
import { readCorpusRows } from '../exchange/corpus.ts'
import type { Ledger } from '../storage/ledger.ts'

/** What the demo's rows name, by their names: `codings` by case, theme and first words (`codingKey`). */
export type DemoNames = {
  projectId: number
  madeAt: string
  codes: ReadonlyMap<string, number>
  cases: ReadonlyMap<string, number>
  coders: ReadonlyMap<string, number>
  attributes: ReadonlyMap<string, number>
  codings: ReadonlyMap<string, number>
}
/** Parts the first words of several quotations in one field. */
const PARTED = ' | '

/** A coding of a case under a theme, by the words it begins with. */
export function codingKey(caseName: string, codePath: string, begins: string): string {
  return [caseName, codePath.split(' > ')[0], begins].join('\n')
}

/** What the demo's coders have judged and written of each case and theme, with the quotations it rests on, and what they have drawn together. */
export async function insertFindings(ledger: Ledger, names: DemoNames): Promise<void> {
  const rows = readCorpusRows('findings.csv')
  const ids = await ledger.insertMany(
    'finding',
    rows.map((row) => {
      const isWritten = row['state'] !== '' || row['summary'] !== ''
      return {
        guid: crypto.randomUUID(),
        case_id: names.cases.get(row['case']!)!,
        code_id: names.codes.get(row['theme']!)!,
        question_id: null,
        state: (row['state'] || null) as FindingState | null,
        summary: row['summary']!,
        written_by: isWritten ? names.coders.get(row['coder']!)! : null,
        written_at: isWritten ? names.madeAt : null,
      }
    }),
  )
  const evidence = rows.flatMap((row, at) =>
    row['evidence']!.split(PARTED).map((begins) => ({ finding_id: ids[at]!, coding_id: names.codings.get(codingKey(row['case']!, row['theme']!, begins))! })),
  )
  await ledger.insertMany('finding_evidence', evidence)
  await ledger.insertMany(
    'synthesis',
    readCorpusRows('syntheses.csv').map((row) => ({
      guid: crypto.randomUUID(),
      project_id: names.projectId,
      code_id: names.codes.get(row['theme']!)!,
      question_id: null,
      attribute_id: row['attribute'] ? names.attributes.get(row['attribute'])! : null,
      group_label: row['group']!,
      text: row['text']!,
      written_by: names.coders.get(row['coder']!)!,
      written_at: names.madeAt,
    })),
  )
}
