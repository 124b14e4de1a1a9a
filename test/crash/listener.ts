import { Agent, request } from 'node:http'

/** Follows one stream of events as a page does. `told`: the newest act it was told of, 0 for none yet. */
export type Listener = { told(): number; fault(): string | undefined; close(): void }

/** Open a stream and call `onAct` for each act that it tells. A stream that ends by itself is a fault. */
export function listen(address: string, path: string, cookie: string, onAct: (actId: number) => void): Listener {
  const agent = new Agent({ keepAlive: true })
  let [told, closed] = [0, false]
  let fault: string | undefined
  const fail = (why: string) => {
    if (!closed) fault ??= `stream ${path}: ${why}`
  }
  const sent = request(new URL(path, address), { agent, headers: { Accept: 'text/event-stream', Cookie: cookie } }, (res) => {
    if (res.statusCode !== 200) fail(`answered ${res.statusCode}`)
    let heard = ''
    res.setEncoding('utf8')
    res.on('data', (chunk: string) => {
      heard += chunk
      for (let end = heard.indexOf('\n\n'); end >= 0; end = heard.indexOf('\n\n')) {
        const event = heard.slice(0, end)
        heard = heard.slice(end + 2)
        const actId = Number(/^event: act\ndata: (\d+)/.exec(event)?.[1] ?? 0)
        if (actId <= told) continue
        told = actId
        onAct(actId)
      }
    })
    res.on('error', (error) => fail(error.message))
    res.on('end', () => fail('ended'))
  })
  sent.on('error', (error) => fail(error.message))
  sent.end()
  const close = () => {
    closed = true
    sent.destroy()
    agent.destroy()
  }
  return { told: () => told, fault: () => fault, close }
}
