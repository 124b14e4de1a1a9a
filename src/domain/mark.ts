import type { Span } from './span.ts'

/** What a document shows of a stretch of its text: set bold or italic, or as a heading of a level (1 is the highest). */
export type Mark = Span & ({ readonly kind: 'bold' | 'italic' } | { readonly kind: 'heading'; readonly level: number })
