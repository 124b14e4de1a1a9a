import type { Server, ServerResponse } from 'node:http'

/**
 * A server that ends closes connections that are idle. Node takes one for idle as soon as its answer is written, though much of a large one
 * may still be on its way: from now on none is closed while an answer is.
 */
export function keepAnswersWhole(server: Server): void {
  const open = new Set<ServerResponse>()
  server.on('request', (_, answer: ServerResponse) => {
    open.add(answer)
    answer.once('close', () => open.delete(answer))
  })
  const close = server.closeIdleConnections.bind(server)
  server.closeIdleConnections = () => {
    if (![...open].some(({ writableEnded, writableFinished }) => writableEnded && !writableFinished)) close()
  }
}
