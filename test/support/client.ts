import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; milliseconds: number }

/** A browser's half of the wire: one connection that is kept open, `milliseconds` from the first byte out to the last byte in. */
export function openClient(address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (method: string, path: string, headers: OutgoingHttpHeaders, body?: Buffer | string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
      const sent = request(new URL(path, address), { agent, method, headers: { 'Accept-Language': 'sv', ...length, ...headers } }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('error', reject)
        res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(chunks), milliseconds: performance.now() - began }))
      })
      sent.on('error', reject)
      sent.on('socket', (socket) => {
        // A server that answers before it has read everything breaks the pipe after its answer.
        if (socket.listenerCount('error', ignore) === 0) socket.on('error', ignore)
      })
      sent.end(body)
    })
  return {
    get: (path: string, headers: OutgoingHttpHeaders = {}) => send('GET', path, headers),
    /** A form as a browser posts it. */
    post: (path: string, fields: Record<string, string | number>, headers: OutgoingHttpHeaders = { 'HX-Request': 'true' }) => {
      const body = new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, `${value}`])).toString()
      return send('POST', path, { ...sameSite, 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, body)
    },
    /** Bytes of a type that the caller made, as a form with files. */
    send: (path: string, type: string, body: Buffer) => send('POST', path, { ...sameSite, 'Content-Type': type }, body),
    put: (path: string, type: string, body: Buffer) => send('PUT', path, { 'Content-Type': type }, body),
    close: () => agent.destroy(),
  }
}
export type Client = ReturnType<typeof openClient>

const sameSite = { 'Sec-Fetch-Site': 'same-origin' }
const ignore = () => {}
