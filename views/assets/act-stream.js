// The stream of what is done in a source, in the framework or in the review: the one thing that an island asks for itself.

/** How long it may be silent about having gone before it counts as lost, and how long till another is tried where one was refused. */
const DOUBT = 2_000
const REFUSED = 5_000

/** @typedef {{ address: () => string, opened: () => void, heard: (act: number) => void, lost: () => void, refused: () => void }} Ears */
/** @typedef {{ since: () => number, heard: (act: number) => void }} PlainEars */

/** Listens to acts as long as the page is seen: a browser has few connections for all its tabs. @param {Ears} ears */
export function actStream({ address, opened, heard, lost, refused }) {
  /** @type {EventSource | undefined} */
  let stream
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let doubt

  function listen() {
    stream?.close()
    trust()
    if (document.hidden) return
    const own = new EventSource(address())
    stream = own
    own.addEventListener('open', opened)
    own.addEventListener('act', (event) => heard(Number(event.data)))
    own.addEventListener('error', () => {
      if (own !== stream) return
      if (own.readyState !== EventSource.CLOSED) doubt ??= setTimeout(lost, DOUBT)
      else setTimeout(refused, REFUSED)
    })
  }

  /** The server has answered something: it is there. */
  function trust() {
    clearTimeout(doubt)
    doubt = undefined
  }

  document.addEventListener('visibilitychange', listen)
  addEventListener('pageshow', (event) => event.persisted && listen())
  return { listen, trust }
}

/** Listens for a page that only draws itself anew, and tries again where it is refused. @param {string | undefined} events the address of the stream @param {PlainEars} ears */
export function followActs(events, { since, heard }) {
  const address = () => `${events}?since=${since()}`
  const { listen } = actStream({ address, opened: () => {}, heard, lost: () => {}, refused: () => listen() })
  listen()
}
