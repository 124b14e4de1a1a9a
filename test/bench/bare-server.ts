import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** The least that a server can do: hand out bytes that were put at an address. What every page is held against. */
const kept = new Map<string, { bytes: Buffer<ArrayBuffer>; type: string }>()
const app = new Hono()
app.put('*', async (c) => {
  kept.set(c.req.url, { bytes: Buffer.from(await c.req.arrayBuffer()), type: c.req.header('Content-Type') ?? 'text/html' })
  return c.body(null, 204)
})
app.get('*', (c) => {
  const found = kept.get(c.req.url)
  return found ? c.body(found.bytes, 200, { 'Content-Type': found.type }) : c.body(null, 404)
})
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`http://127.0.0.1:${port}`))
