import fc from 'fast-check'
import { expect, test } from 'vitest'
import { treeOf } from '../../../src/domain/code.ts'
import { paragraphsOf } from '../../../src/domain/paragraph.ts'
import { readReading } from '../../../src/domain/reading.ts'
import { transcriptOf } from '../../../src/domain/transcript.ts'
import { readerFor } from '../../../src/web/reader.ts'
import { ReaderContext } from '../../../views/layout/reader.ts'
import type { TranscriptView } from '../../../views/sources/transcript-view.ts'
import { Turn } from '../../../views/sources/turn.tsx'
import { textWithSpans } from '../../support/arbitraries.ts'

const reader = readerFor({ language: 'en', theme: null, reading: readReading(undefined), coder: { id: 1, name: 'You' }, path: '/', asset: (name) => name })
const code = {
  id: 1,
  guid: '',
  projectId: 1,
  parentId: null,
  label: '<b>a & "b"</b>',
  color: 1,
  definition: '',
  whenToUse: '',
  whenNot: '',
  example: '',
  position: 1,
  retiredAt: null,
}

test('the text content of the paragraphs is exactly the text, whatever is coded: the browser counts offsets in it', () => {
  fc.assert(
    fc.property(textWithSpans(7, 80), ({ text, spans: [label, ...spans] }) => {
      const tree = treeOf([code])
      const codings = spans
        .filter((span) => span.start < span.end)
        .map((span, id) => ({ id, quotationId: id, sourceId: 1, codeId: 1, coderId: 1, madeBy: 'person' as const, madeAt: '', span }))
      const marked = [
        { ...label!, kind: 'label' as const, speaker: 'I', role: 'informant' as const },
        { start: 0, end: text.length, kind: 'turn' as const, speaker: 'I', role: 'informant' as const },
      ].filter((span) => span.start < span.end)
      const paragraphs = transcriptOf(paragraphsOf(text), marked, codings)
      const of = {
        project: '',
        path: '',
        text,
        codeOf: new Map(tree.map((node) => [node.id, node])),
        coderOf: new Map(),
        hidden: new Set(),
        source: { language: 'en' },
      } as unknown as TranscriptView
      const html = paragraphs.map((paragraph) =>
        String(<ReaderContext.Provider value={reader}>{<Turn of={of} paragraph={paragraph} />}</ReaderContext.Provider>),
      )
      expect(html.map(wordsOf).join('\n')).toBe(text)
      for (const [index, one] of html.entries())
        if (paragraphs[index]!.number !== null) expect(Number(/data-start="(\d+)"/.exec(one)![1])).toBe(paragraphs[index]!.start)
    }),
    { numRuns: 300 },
  )
})

function wordsOf(html: string): string {
  const inner = /<p class="words[^>]*>([\s\S]*?)<\/p>/.exec(html)![1]!
  const entity: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return inner.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (_, name: string) => entity[name]!)
}
