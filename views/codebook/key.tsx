import type { CodeNode } from '../../src/domain/code.ts'

/** A code's key: number, pattern and colour, before its name everywhere. */
export function Key({ code }: { code: Pick<CodeNode, 'key' | 'tone' | 'depth'> }) {
  return <span class={`key t${code.tone}${code.depth > 0 ? ' sub' : ''}`}>{code.key}</span>
}
