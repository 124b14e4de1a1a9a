import { Refusal } from '../../src/domain/refusal.ts'

/** A codebook as plain lists in lists: a code stands in its parent's list, and its place there is its order. The root is nobody's code. */
export type ModelCode = { id: number; label: string; retired: string | null; below: ModelCode[] }
/** `codings`: "start-end code coder", each once. */
export type Model = { root: ModelCode; codings: Set<string> }
export type Place = { to: 'up' | 'down' | 'in' | 'out' } | { to: 'under' | 'before' | 'after'; at: number | null }

export const refused = Symbol('refused')
export type Next = Model | typeof refused

export function copyOf(model: Model): Model {
  return { root: structuredClone(model.root), codings: new Set(model.codings) }
}
/** For comparing: the order of codings does not count, nor when exactly a code was retired. */
export function pictureOf({ root, codings }: Model): string {
  return JSON.stringify([plain(root), [...codings].sort()])
}
function plain({ id, label, retired, below }: ModelCode): unknown {
  return [id, label, retired !== null, below.map(plain)]
}

export function allOf(code: ModelCode): ModelCode[] {
  return code.below.flatMap((one) => [one, ...allOf(one)])
}
export function find(model: Model, id: number | null): ModelCode {
  return id === null ? model.root : allOf(model.root).find((one) => one.id === id)!
}
export function parentOf(model: Model, id: number): ModelCode {
  return [model.root, ...allOf(model.root)].find((one) => one.below.some((child) => child.id === id))!
}
export function codingsOf(model: Model, id: number): string[] {
  return [...model.codings].filter((one) => one.split(' ')[1] === `${id}`).sort()
}
/** Distinct passages under a code and all below it. */
export function passagesUnder(model: Model, code: ModelCode): Set<string> {
  const ids = new Set([code, ...allOf(code)].map((one) => `${one.id}`))
  return new Set([...model.codings].filter((one) => ids.has(one.split(' ')[1]!)).map((one) => one.split(' ')[0]!))
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
const isTaken = (parent: ModelCode, label: string, except?: number) => parent.below.some((one) => one.id !== except && same(one.label, label))

export function create(model: Model, id: number, label: string, parentId: number | null): Next {
  const parent = find(model, parentId)
  if (parent.retired || isTaken(parent, label)) return refused
  parent.below.push({ id, label, retired: null, below: [] })
  return model
}

export function rename(model: Model, id: number, label: string): Next {
  if (isTaken(parentOf(model, id), label, id)) return refused
  find(model, id).label = label
  return model
}

export function move(model: Model, id: number, place: Place): Next {
  const code = find(model, id)
  const parent = parentOf(model, id)
  const at = parent.below.indexOf(code)
  const [into, index] = whereTo(model, place, code, parent, at)
  if (into === undefined) return model
  if (into === code || allOf(code).includes(into) || (into.retired && !code.retired) || isTaken(into, code.label, id)) return refused
  parent.below.splice(at, 1)
  into.below.splice(into === parent && index > at ? index - 1 : index, 0, code)
  return model
}

/** The list, and the place in it as it stands before the code is taken out. */
function whereTo(model: Model, place: Place, code: ModelCode, parent: ModelCode, at: number): [ModelCode | undefined, number] {
  if (place.to === 'up') return at === 0 ? [undefined, 0] : [parent, at - 1]
  if (place.to === 'down') return at === parent.below.length - 1 ? [undefined, 0] : [parent, at + 2]
  if (place.to === 'in') return at === 0 ? [undefined, 0] : [parent.below[at - 1]!, parent.below[at - 1]!.below.length]
  if (place.to === 'out') {
    if (parent === model.root) return [undefined, 0]
    const above = parentOf(model, parent.id)
    return [above, above.below.indexOf(parent) + 1]
  }
  const other = find(model, (place as { at: number | null }).at)
  if (place.to === 'under') return other === parent ? [undefined, 0] : [other, other.below.length]
  if (other === code || other === model.root) return [undefined, 0]
  const list = parentOf(model, other.id)
  return [list, list.below.indexOf(other) + (place.to === 'after' ? 1 : 0)]
}

export function merge(model: Model, id: number, intoId: number): Next {
  const code = find(model, id)
  const into = find(model, intoId)
  if (into.retired || into === code || allOf(code).includes(into)) return refused
  mergeInto(model, code, into)
  return model
}
function mergeInto(model: Model, code: ModelCode, into: ModelCode): void {
  for (const coding of codingsOf(model, code.id)) recode(model, coding, into.id)
  for (const child of [...code.below]) {
    const twin = into.below.find((one) => one !== code && same(one.label, child.label))
    if (twin && !child.retired) twin.retired = null
    if (twin) mergeInto(model, child, twin)
    else {
      code.below.splice(code.below.indexOf(child), 1)
      into.below.push(child)
    }
  }
  const parent = parentOf(model, code.id)
  parent.below.splice(parent.below.indexOf(code), 1)
}

function recode(model: Model, coding: string, codeId: number): void {
  const [place, , coder] = coding.split(' ')
  model.codings.delete(coding)
  model.codings.add(`${place} ${codeId} ${coder}`)
}

/** `fresh`: the id that a new code got. */
export function split(
  model: Model,
  id: number,
  chosen: readonly string[],
  into: { codeId: number } | { label: string; place: 'under' | 'beside'; fresh: number },
): Next {
  if (chosen.length === 0) return refused
  if ('codeId' in into) {
    if (into.codeId === id || find(model, into.codeId).retired) return refused
  } else {
    const parent = into.place === 'under' ? find(model, id) : parentOf(model, id)
    if (create(model, into.fresh, into.label, parent === model.root ? null : parent.id) === refused) return refused
  }
  for (const coding of chosen) recode(model, coding, 'codeId' in into ? into.codeId : into.fresh)
  return model
}

export function retire(model: Model, id: number, at: string): Next {
  const code = find(model, id)
  for (const one of [code, ...allOf(code)]) one.retired ??= at
  return model
}
export function restore(model: Model, id: number): Next {
  const code = find(model, id)
  const at = code.retired
  for (const one of [code, ...allOf(code)]) if (at !== null && one.retired === at) one.retired = null
  for (let above = parentOf(model, id); above !== model.root; above = parentOf(model, above.id)) above.retired = null
  return model
}

export function codeWords(model: Model, words: string, codeId: number, coder: number): Next {
  const coding = `${words} ${codeId} ${coder}`
  if (find(model, codeId).retired || model.codings.has(coding)) return refused
  model.codings.add(coding)
  return model
}

/** Do an act; what a person would be told in a sentence is `refused`. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | typeof refused> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Refusal) return refused
    throw error
  }
}
