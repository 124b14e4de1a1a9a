import { baseName, titleOfFile } from '../domain/case-name.ts'
import type { ExchangedSelection, ExchangedSource, FoundHabit, LossCounter, MemoPlace } from '../domain/exchanged.ts'
import { kindOf } from '../domain/kind-of.ts'
import { languageOf } from '../domain/language-of.ts'
import { recogniseTurns } from '../domain/recognise-turns.ts'
import { type SourceLanguage, sourceKinds, sourceLanguages, sourceStatuses } from '../domain/source.ts'
import { type Span, trimSpan, wholeCharacters } from '../domain/span.ts'
import { normaliseText } from '../domain/text.ts'
import { decodeText } from './decode-text.ts'
import type { Archive } from './open-archive.ts'
import { canBePlaced, placeOfWords } from './place-of-words.ts'
import { ownValue } from './read-qde-cases.ts'
import { nameOr } from './read-qde-codes.ts'
import type { Notes } from './read-qde-notes.ts'
import { loseCodings, type TextHead } from './read-qde-texts.ts'
import { readSourceFile } from './read-source-file.ts'
import { guidOf, keyOfGuid, timeOf } from './refi-guid.ts'
import { findHabit, normalisedPlaces, placer, type Selected } from './refi-offsets.ts'
import { ORIGIN, OWN } from './refi-own.ts'
import { childOf, childrenOf, type XmlNode } from './xml-tree.ts'

/** `whose`: who did what an element says was done, by their number among the coders. */
type Wish = {
  heads: readonly TextHead[]
  origin: string
  whose: (creatingUser: string | undefined) => number
  codes: ReadonlyMap<string, number>
  losses: LossCounter
}
/** The text of a source as it came (null: it is missing, and `text` is read from the document beside) and as it is kept. */
type Reading = { raw: string | null; text: string; at: number; notes: Notes }
/** Selections that are looked at to find out how the file counts. */
const ENOUGH = 2000
const NOWHERE: Span = { start: 0, end: 0 }

/** The sources of a qde with their texts, read one at a time out of the archive. */
export class QdeSources {
  /** Which source an identifier stands for, and its element; and every place that a memo can be on. */
  readonly byGuid = new Map<string, number>()
  readonly nodes: XmlNode[] = []
  readonly places = new Map<string, MemoPlace>()
  readonly #archive: Archive
  readonly #wish: Wish
  readonly #parts: ReadonlyMap<string, string>
  #habit: FoundHabit | undefined

  constructor(archive: Archive, wish: Wish) {
    this.#archive = archive
    this.#wish = wish
    this.#parts = new Map(archive.names.map((name) => [baseName(name).toLowerCase(), name]))
  }

  get #isOwn(): boolean {
    return this.#wish.origin === ORIGIN
  }

  async findHabit(): Promise<FoundHabit> {
    const shown: Selected[] = []
    let selections = 0
    for (const head of this.#wish.heads) {
      if (head.selections.length === 0 || selections >= ENOUGH) continue
      const raw = await this.#rawOf(head)
      if (raw === null) continue
      shown.push({ text: raw, selections: head.selections })
      selections += head.selections.length
    }
    this.#habit = findHabit(shown, this.#wish.origin)
    return this.#habit
  }

  async readAll(notes: Notes, take: (source: ExchangedSource) => Promise<void>, progress: (done: number, of: number) => void): Promise<void> {
    for (const [at, head] of this.#wish.heads.entries()) {
      progress(at, this.#wish.heads.length)
      const source = await this.#read(head, notes)
      if (source) await take(source)
    }
  }

  /** The text of a file beside the qde, as it came; null where there is none. Only its last name counts: it is looked up, never opened. */
  async textAt(path: string): Promise<string | null> {
    const bytes = await this.#bytesAt(path)
    return bytes && decodeText(bytes).text
  }

  async #bytesAt(path: string): Promise<Buffer | null> {
    const name = this.#parts.get(baseName(path.replace(/^\w+:\/\//, '')).toLowerCase())
    return name === undefined ? null : this.#archive.read(name)
  }

  async #rawOf({ plainTextPath, inline }: TextHead): Promise<string | null> {
    const beside = plainTextPath ? await this.textAt(plainTextPath) : null
    return beside ?? inline ?? null
  }

  async #read(head: TextHead, notes: Notes): Promise<ExchangedSource | null> {
    const { losses } = this.#wish
    const plain = await this.#rawOf(head)
    const document = head.documentPath ? await this.#bytesAt(head.documentPath) : null
    const raw = plain?.trim() ? plain : await this.#textOfDocument(head, document)
    const text = normaliseText(raw ?? '')
    if (text.trim() === '') {
      losses.add('no-text')
      losses.add('selections-without-text', head.selections.length)
      loseCodings(
        head.selections.map(({ node }) => node),
        losses,
      )
      return null
    }
    const at = this.nodes.push(head.also ?? head.node) - 1
    for (const node of [head.node, head.also]) {
      if (!node) continue
      this.#mark(node, { kind: 'source', at })
      this.byGuid.set(keyOfGuid(node.attributes['guid']), at)
      notes.take(node, { kind: 'source', at })
    }
    const kept = this.#select(head, { raw: plain?.trim() ? plain : null, text, at, notes })
    return { ...this.#about(head, text), text, original: await this.#originalOf(head, document), selections: kept }
  }

  /** Where a program left the text out, the document beside it is read; what was selected counted in a text that is not there. */
  async #textOfDocument({ documentPath }: TextHead, bytes: Buffer | null): Promise<string | null> {
    if (!bytes) return null
    try {
      const [source] = await readSourceFile(bytes, baseName(documentPath!), 'en')
      if (source) this.#wish.losses.add('text-from-document')
      return source?.text ?? null
    } catch {
      return null
    }
  }

  async #originalOf({ documentPath, plainTextPath }: TextHead, document: Buffer | null) {
    if (document) return { name: baseName(documentPath!), bytes: document }
    const bytes = plainTextPath && !this.#isOwn ? await this.#bytesAt(plainTextPath) : null
    return bytes && { name: baseName(plainTextPath!), bytes }
  }

  #about({ node, name, plainTextPath }: TextHead, text: string) {
    const title = nameOr(name || titleOfFile(baseName(plainTextPath ?? '')), `${this.nodes.length}`, this.#wish.losses)
    const language = sourceLanguages.find((one) => one === ownValue(node, OWN.language.guid)) ?? languageOf(text, 'en' as SourceLanguage).language
    const kind = sourceKinds.find((one) => one === ownValue(node, OWN.kind.guid)) ?? kindOf(title, { text, marks: [], ...recogniseTurns(text) })
    const status = sourceStatuses.find((one) => one === ownValue(node, OWN.status.guid)) ?? 'not started'
    return { guid: guidOf(node.attributes['guid']), title, kind, language, status, madeAt: timeOf(node.attributes['creationDateTime']) }
  }

  #select(head: TextHead, { raw, text, at, notes }: Reading): ExchangedSelection[] {
    const { losses } = this.#wish
    const place = raw === null ? () => undefined : this.#placer(raw)
    const laid = head.selections.map((one) => ({ ...one, span: place(one.start, one.end) }))
    const places = normalisedPlaces(
      raw ?? text,
      text,
      laid.flatMap(({ span }) => (span ? [span.start, span.end] : [])),
    )
    const kept: ExchangedSelection[] = []
    for (const { span, name, start, node } of laid) {
      const exact = span && { start: places.get(span.start)!, end: places.get(span.end)! }
      const trimmed = exact && (this.#isOwn ? exact : trimSpan(text, wholeCharacters(text, exact)))
      const on = { at, selection: kept.length }
      if (trimmed && trimmed.start < trimmed.end) kept.push(this.#selectionOf(node, trimmed, on, notes))
      else if (canBePlaced(name, node)) {
        losses.add('to-place')
        kept.push({ ...this.#selectionOf(node, placeOfWords(text, name, start) ?? NOWHERE, on, notes), unplaced: name.trim() })
      } else {
        losses.add(raw === null ? 'selections-without-text' : trimmed ? 'selections-empty' : 'selections-out-of-range')
        loseCodings([node], losses)
      }
    }
    return kept
  }

  /** Where a selection lies. One that reaches a sign or two beyond the end of its text, as some programs write the last one, ends where the text does. */
  #placer(raw: string): (start: number, end: number) => Span | undefined {
    const place = placer(raw, this.#habit!)
    return (start, end) => {
      const whole = place(start, end)
      if (whole || start >= end) return whole
      const cut = place(start, end - 1) ?? place(start, end - 2)
      if (cut) this.#wish.losses.add('selections-cut')
      return cut
    }
  }

  #selectionOf(node: XmlNode, span: { start: number; end: number }, on: { at: number; selection: number }, notes: Notes): ExchangedSelection {
    const codings: ExchangedSelection['codings'][number][] = []
    for (const one of childrenOf(node, 'Coding')) {
      const code = this.#wish.codes.get(keyOfGuid(childOf(one, 'CodeRef')?.attributes['targetGUID']))
      if (code === undefined) this.#wish.losses.add('codings-without-code')
      else {
        const place = { kind: 'coding', ...on, coding: codings.length } as const
        codings.push({ guid: guidOf(one.attributes['guid']), code, ...this.#madeBy(one, node) })
        this.#mark(one, place)
        notes.take(one, place, false)
      }
    }
    this.#mark(node, { kind: 'quotation', ...on })
    notes.take(node, { kind: 'quotation', ...on })
    return { guid: guidOf(node.attributes['guid']), ...span, codings }
  }

  /** Who coded and when; where the coding does not say, who made the selection. */
  #madeBy(coding: XmlNode, selection: XmlNode) {
    const said = (key: string) => coding.attributes[key] ?? selection.attributes[key]
    return { user: this.#wish.whose(said('creatingUser')), at: timeOf(said('creationDateTime')) }
  }

  #mark(node: XmlNode, place: MemoPlace): void {
    const key = keyOfGuid(node.attributes['guid'])
    if (key !== '' && !this.places.has(key)) this.places.set(key, place)
  }
}
