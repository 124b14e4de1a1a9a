// The stream by which a page that others change hears of acts.

/**
 * Listen for acts after one. Only a page that is seen listens: a browser has few connections for all its tabs.
 * @param {string | undefined} events the address of the stream @param {() => number} since the newest act that the page shows @param {(actId: number) => void} tell
 */
export function hearActs(events, since, tell) {
  /** @type {EventSource | undefined} */
  let stream
  const listen = () => {
    stream?.close()
    if (document.hidden) return
    stream = new EventSource(`${events}?since=${since()}`)
    stream.addEventListener('act', (event) => tell(Number(event.data)))
  }
  document.addEventListener('visibilitychange', listen)
  listen()
}
