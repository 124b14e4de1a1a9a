import { createHash } from 'node:crypto'

/** By which words are known again without being kept. */
export function wordsHash(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}
