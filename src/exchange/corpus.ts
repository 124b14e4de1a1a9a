import { readdirSync, readFileSync } from 'node:fs'
import { readCsv } from './read-csv.ts'

const folder = new URL('../../corpus/', import.meta.url)

type CorpusCoding = { coder: string; code: string; begins: string; ends: string }
type CorpusAnswer = { question: number; status: 'answered' | 'unanswered' | 'dont_know' | 'not_asked'; begins: string; ends: string }
export type CorpusInterview = { name: string; text: string; bytes: Buffer; codings: CorpusCoding[]; answers: CorpusAnswer[] }

/** A file of the demo study's folder, as text. */
export function readCorpusFile(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}

/** The rows of a CSV file of the folder, by the names of its first row. */
export function readCorpusRows(name: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(readCorpusFile(name), ',')
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])))
}

/** The thirteen interviews in the order of the cases, each with its codings and answers. */
export function readCorpusInterviews(): CorpusInterview[] {
  const names = readCorpusRows('cases.csv').map((row) => row['case']!)
  const files = new Map(readdirSync(new URL('interviews/', folder)).map((file) => [file.normalize('NFC'), file]))
  return names.map((name) => {
    const bytes = readFileSync(new URL(`interviews/${encodeURIComponent(files.get(`${name}.txt`)!)}`, folder))
    const records = (kind: string) => readCorpusRows(`${kind}/${encodeURIComponent(files.get(`${name}.txt`)!.replace('.txt', '.csv'))}`)
    return {
      name,
      text: bytes.toString('utf8'),
      bytes,
      codings: records('codings') as CorpusCoding[],
      answers: records('answers').map((row) => ({ ...row, question: Number(row['question']) }) as CorpusAnswer),
    }
  })
}

/** Where a coding or an answer lies: from the words `begins`, which stand once, to the end of the words `ends` from there on. Undefined where it has no words. */
export function placeOf(text: string, { begins, ends }: { begins: string; ends: string }): { start: number; end: number } | undefined {
  if (!begins) return undefined
  const start = text.indexOf(begins)
  const end = ends ? text.indexOf(ends, start) + ends.length : start + begins.length
  if (start < 0 || end < start + begins.length) throw new Error(`The corpus has no words “${begins}” to “${ends}”.`)
  return { start, end }
}
