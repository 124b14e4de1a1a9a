export type RefusalReason = 'not-found' | 'invalid' | 'conflict' | 'forbidden' | 'signed-out' | 'too-often'
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
