import { judgedOf } from '../../domain/case-parts.ts'
import { asCounted } from '../../domain/framework.ts'
import type { Table, TableCell } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { type TakenFinding, type TakenTopic, takeFramework } from '../take-framework.ts'
import type { ExportInput } from './export-input.ts'
import { frameworkDocx } from './framework-docx.ts'
import { tableMakers } from './table-files.ts'

const COLUMNS = ['topic', 'questions', 'of', 'name', 'status', 'state', 'text', 'quotations', 'picked', 'evidence', 'flag', 'written_by', 'written_at', 'group']

/** A row a finding (`of` is `case`; `group` its group, where cases are taken in groups), then what is drawn together of each group (`group`) and of all (`all`), topic by topic. */
async function frameworkTable(db: Db, input: ExportInput): Promise<Table> {
  const taken = await takeFramework(db, input)
  return { name: 'framework', columns: COLUMNS, rows: taken.flatMap(rowsOf) }
}

function rowsOf({ topic, questions, findings, syntheses }: TakenTopic): TableCell[][] {
  const head = [topic.detail && topic.code ? topic.detail : topic.label, questions.join('\n')]
  return [
    ...findings.map(({ name, group, cell, flag, evidence }): TableCell[] => [
      ...head,
      'case',
      name,
      cell.standing,
      asCounted(cell).state,
      cell.summary,
      cell.quotations,
      cell.evidence,
      evidence.map(({ source, paragraph, words }) => `${words} (${source}, ${paragraph})`).join('\n'),
      flag,
      cell.writtenBy,
      cell.writtenAt,
      group,
    ]),
    ...syntheses.flatMap(({ group, synthesis }): TableCell[][] =>
      synthesis
        ? [
            [
              ...head,
              group === null ? 'all' : 'group',
              group,
              null,
              null,
              synthesis.text,
              null,
              null,
              '',
              null,
              synthesis.writtenBy,
              synthesis.writtenAt,
              group,
            ],
          ]
        : [],
    ),
  ]
}

/** Topic by topic with its denominators; the evidence with its places. */
async function frameworkJson(db: Db, input: ExportInput): Promise<unknown> {
  return (await takeFramework(db, input)).map(({ topic, counts, findings, syntheses }) => ({
    topic: topic.code ? topic.detail || topic.label : topic.label,
    questions: topic.questions.map(({ number, text }) => ({ number, text })),
    basis: counts.basis,
    base: counts.base,
    ...counts.standings,
    ...judgedOf(counts),
    cases: findings.map(findingJson),
    syntheses: syntheses.flatMap(({ group, cases, synthesis }) =>
      synthesis ? [{ group, cases, text: synthesis.text, written_by: synthesis.writtenBy, written_at: synthesis.writtenAt }] : [],
    ),
  }))
}

function findingJson({ name, group, cell, flag, evidence }: TakenFinding): unknown {
  const { standing: status, summary, quotations, writtenBy, writtenAt } = cell
  return {
    case: name,
    ...(group !== null && { group }),
    status,
    ...asCounted(cell),
    summary,
    quotations,
    evidence,
    flag,
    written_by: writtenBy,
    written_at: writtenAt,
  }
}

export const frameworkMakers = { ...tableMakers('framework', frameworkTable, frameworkJson), docx: frameworkDocx }
