import type { CodebookRow } from '../domain/codebook.ts'
import { readCorpusFile } from '../exchange/corpus.ts'
import { decodeTable } from '../exchange/decode-table.ts'
import { readCodebook } from '../exchange/read-codebook.ts'

/** The five themes a study can start from, each with definition, when it applies and when not. */
export function fiveThemes(): CodebookRow[] {
  return readCodebook(readCorpusFile('codebook.csv')).filter((code) => code.labels.length === 1)
}

/** The codes of a CSV file as it was given. */
export function codesOfFile(bytes: Uint8Array): CodebookRow[] {
  return readCodebook(decodeTable(bytes))
}
