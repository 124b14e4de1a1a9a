/** `signed-out`: to be tried again by somebody. `busy`: too much for all at once; `too-many`: too much of one person. Both may be tried again. */
export type RefusalReason = 'not-found' | 'invalid' | 'conflict' | 'forbidden' | 'signed-out' | 'busy' | 'too-many'
export type RefusalValues = Readonly<Record<string, string | number>>

/** A request we understood and decline; `key` names its sentence in the catalogues. Every other throw is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: RefusalReason
  readonly key: string
  readonly values: RefusalValues

  constructor(reason: RefusalReason, key: string, values: RefusalValues = {}) {
    super(key)
    this.reason = reason
    this.key = key
    this.values = values
  }
}
