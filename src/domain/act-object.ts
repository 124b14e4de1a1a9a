/** Something whose history is asked for: `source:3`, `code:12`, `case:4`, `coding:9`. */
const actObjects = ['source', 'code', 'case', 'coding'] as const
export type ActObject = { readonly kind: (typeof actObjects)[number]; readonly id: number }

/** An object as an address or a command has it; undefined where it is none. */
export function readActObject(written: string): ActObject | undefined {
  const [kind, id] = written.split(':')
  const known = actObjects.find((one) => one === kind)
  return known && /^\d{1,12}$/.test(id ?? '') ? { kind: known, id: Number(id) } : undefined
}
