import type { ExchangedMemo, LossCounter, MemoPlace } from '../domain/exchanged.ts'
import { LONGEST_NOTE } from '../domain/name.ts'
import { normaliseText } from '../domain/text.ts'
import { guidOf, keyOfGuid, timeOf } from './refi-guid.ts'
import { childOf, childrenOf, wordsOf, type XmlNode } from './xml-tree.ts'

type Note = { guid: string; text: string; user: number | null; at: string; used: boolean }
/** The words of a note that lie in a file beside. */
export type ReadText = (path: string) => Promise<string | null>

/** The notes of a project, made memos by whatever refers to them. */
export class Notes {
  readonly memos: ExchangedMemo[] = []
  readonly #notes = new Map<string, Note>()
  readonly #whose: (creatingUser: string | undefined) => number
  readonly #losses: LossCounter

  private constructor(whose: (creatingUser: string | undefined) => number, losses: LossCounter) {
    this.#whose = whose
    this.#losses = losses
  }

  static async read(root: XmlNode, whose: (creatingUser: string | undefined) => number, losses: LossCounter, textOf: ReadText): Promise<Notes> {
    const notes = new Notes(whose, losses)
    for (const node of childrenOf(childOf(root, 'Notes'), 'Note')) {
      const path = node.attributes['plainTextPath']
      const content = childOf(node, 'PlainTextContent')?.text ?? (path ? ((await textOf(path)) ?? '') : '')
      const key = keyOfGuid(node.attributes['guid'])
      const text = notes.#asMemo([named(node, content), wordsOf(node, 'Description').trim(), content].filter((part) => part.trim() !== '').join('\n\n'))
      if (text !== '' && !notes.#notes.has(key)) notes.#notes.set(key, { guid: guidOf(key), text, ...notes.#madeBy(node), used: false })
    }
    return notes
  }

  /** Memos on a place: by the notes that its element refers to, and by its description where that is no text of the thing itself. */
  take(node: XmlNode, on: MemoPlace, described = true): void {
    for (const { attributes } of childrenOf(node, 'NoteRef')) this.#put(keyOfGuid(attributes['targetGUID']), on)
    const description = described ? this.#asMemo(wordsOf(node, 'Description')) : ''
    if (description !== '') this.memos.push({ guid: '', text: description, ...this.#madeBy(node), on })
  }

  /** Links between a note and something else are memos on it; others are lost. `places`: what each identifier stands for. */
  link(root: XmlNode, places: ReadonlyMap<string, MemoPlace>): void {
    for (const { attributes } of childrenOf(childOf(root, 'Links'), 'Link')) {
      const [origin, target] = [keyOfGuid(attributes['originGUID']), keyOfGuid(attributes['targetGUID'])]
      const [note, place] = this.#notes.has(origin) ? [origin, places.get(target)] : [target, places.get(origin)]
      if (this.#notes.has(note) && place) this.#put(note, place)
      else this.#losses.add('links')
    }
  }

  /** Notes that nothing refers to are the project's. */
  rest(): void {
    for (const [key, { used }] of this.#notes) if (!used) this.#put(key, { kind: 'project' })
  }

  #put(key: string, on: MemoPlace): void {
    const note = this.#notes.get(key)
    if (!note) this.#losses.add('links')
    if (!note) return
    const { used, guid, ...made } = note
    this.memos.push({ ...made, guid: used ? '' : guid, on })
    note.used = true
  }

  #asMemo(words: string): string {
    const text = normaliseText(words).trim()
    if (text.length > LONGEST_NOTE) this.#losses.add('memos-cut')
    return text.slice(0, LONGEST_NOTE).trim().toWellFormed()
  }

  #madeBy({ attributes }: XmlNode) {
    return { user: this.#whose(attributes['creatingUser']), at: timeOf(attributes['creationDateTime'] ?? attributes['modifiedDateTime']) }
  }
}

/** A note's name, where its words do not begin so. */
function named({ attributes }: XmlNode, content: string): string {
  const name = (attributes['name'] ?? '').trim()
  return content.trim().startsWith(name) ? '' : name
}
