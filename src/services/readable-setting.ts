import { thresholdsIn } from '../domain/quantifier.ts'
import { stopWordsIn } from './stop-words.ts'

/** Of settings that are read as more than their words, who reads them. */
const readers: Readonly<Record<string, (value: string) => unknown>> = { quantifiers: thresholdsIn, 'stop-words': stopWordsIn }

/** Whether what a project set for itself can be read. */
export function isReadable(name: string, value: string): boolean {
  return readers[name] === undefined || readers[name](value) !== null
}
