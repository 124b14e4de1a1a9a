/** What a page asks for was done before: its answer was lost on the way, and it asks again. `actId`: the act that did it. */
export class AlreadyDone extends Error {
  readonly actId: number

  constructor(actId: number) {
    super(`Act ${actId} did this already.`)
    this.name = 'AlreadyDone'
    this.actId = actId
  }
}
