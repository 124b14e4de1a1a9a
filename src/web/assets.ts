import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { Refusal } from '../domain/refusal.ts'

const folder = new URL('../../views/assets/', import.meta.url)
const packages = new URL('../../node_modules/', import.meta.url)
const fromPackages: Record<string, string> = {
  'htmx.js': 'htmx.org/dist/htmx.min.js',
  'fonts/serif-latin.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
  'fonts/serif-latin-italic.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  'fonts/serif-latin-ext.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
  'fonts/sans-latin.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'fonts/sans-latin-ext.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
}
const types: Record<string, string> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', woff2: 'font/woff2' }

type Asset = { bytes: Buffer<ArrayBuffer>; stamp: string; type: string }
const assets = new Map<string, Asset>()
for (const name of readdirSync(folder)) if (extension(name) in types) keep(name, new URL(name, folder))
for (const [name, path] of Object.entries(fromPackages)) keep(name, new URL(path, packages))

function keep(name: string, url: URL): void {
  const bytes = readFileSync(url) as Buffer<ArrayBuffer>
  assets.set(name, { bytes, stamp: createHash('sha256').update(bytes).digest('hex').slice(0, 12), type: types[extension(name)]! })
}
function extension(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** Address of an asset, stamped with its contents so that a browser may keep it. */
export function assetAddress(name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`There is no asset ${name}.`)
  return `/assets/${name}?v=${asset.stamp}`
}

/** Serves the named assets and nothing else. */
export const assetRoutes = new Hono().get('/assets/:name{.+}', (c) => {
  const asset = assets.get(c.req.param('name'))
  if (!asset) throw new Refusal('not-found', 'refusal.no-page')
  c.header('Content-Type', asset.type)
  c.header('Cache-Control', c.req.query('v') === asset.stamp ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('ETag', `"${asset.stamp}"`)
  if (c.req.header('If-None-Match') === `"${asset.stamp}"`) return c.body(null, 304)
  return c.body(asset.bytes)
})
