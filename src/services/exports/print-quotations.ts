import { inQuotes } from '../../domain/citation.ts'
import type { Block, Run } from '../../domain/document.ts'
import { quotedTogether } from '../../domain/quoted-together.ts'
import type { Say } from '../../texts/catalogue.ts'
import type { PublishedCoding } from './published-quotations.ts'

/** `coderOf`: what a coder is called here. `context`: with what is said before and after. */
export type Printing = { language: Parameters<typeof inQuotes>[1]; context: boolean; say: Say; coderOf: (id: number) => string }

/** Quotations as they are printed, each once; its coders are named where there are several. Those that were shortened or clarified stand as they were saved. */
export function printQuotations(codings: readonly PublishedCoding[], printing: Printing): Block[] {
  return quotedTogether(codings, ({ edits }) => edits.length > 0).map((group) => ({ style: 'quote', runs: runsFor(group, printing) }))
}

function runsFor(group: readonly PublishedCoding[], { language, context, say, coderOf }: Printing): Run[] {
  const [{ before, reference }] = group as [PublishedCoding]
  const { published, after } = asOne(group)
  const runs: Run[] = []
  if (context && isSaid(before)) runs.push({ text: before.trimStart(), look: 'context' })
  runs.push({ text: inQuotes(published, language) })
  if (context && isSaid(after)) runs.push({ text: after.trimEnd(), look: 'context' })
  const coders = [...new Set(group.map(({ coding }) => coderOf(coding.coderId)))]
  const n = new Set(group.map(({ coding }) => coding.quotationId)).size
  const by = coders.length > 1 ? say(n > 1 ? 'publish.coded-as' : 'publish.coded-by', { n, coders: coders.join(', ') }) : ''
  const cite = [reference, by].filter(Boolean).join('; ')
  if (cite) runs.push({ text: ` (${cite})`, look: 'cite' })
  return runs
}

/** The words from where the first begins to where the last ends. */
function asOne([first, ...others]: readonly PublishedCoding[]): { published: string; after: string } {
  let { published, after } = first!
  let { end } = first!.coding
  for (const { coding, wordsFrom, after: said } of others)
    if (coding.end > end) {
      published += wordsFrom(end)
      after = said
      end = coding.end
    }
  return { published, after }
}

/** A stop that ended the sentence says nothing alone. */
function isSaid(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words)
}
