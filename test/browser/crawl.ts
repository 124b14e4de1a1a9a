import { type Client, openClient } from '../support/client.ts'

/** `pages`: one address of each kind of page that links lead to. `dead`: links that lead nowhere, with the page they stand on. */
export type Found = { pages: string[]; dead: string[] }

/** Nothing that is a page: files to take home. */
const files = /^\/(assets|projects\/[^/]+\/exports)\/|\.(txt|csv|xlsx|docx|svg|png|json)(\?|$)|\/text$/

/** Pages of one path that are given, however many ways there are to ask for it: every link is followed all the same. */
const MOST_ALIKE = 2

/** Follow every link of the house, one of each kind: two addresses are of one kind where they differ in numbers, ids or what is asked for. */
export async function crawl(address: string, from: readonly string[]): Promise<Found> {
  const client = openClient(address)
  const seen = new Set<string>()
  const alike = new Map<string, number>()
  const found: Found = { pages: [], dead: [] }
  const waiting = from.map((path) => ({ path, on: 'the beginning' }))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const kind = kindOf(next.path)
    if (seen.has(kind) || files.test(next.path)) continue
    seen.add(kind)
    const links = await linksOn(client, next.path)
    if (!links) found.dead.push(`${next.path} on ${next.on}`)
    else {
      const path = kind.split('?')[0]!
      alike.set(path, (alike.get(path) ?? 0) + 1)
      if (alike.get(path)! <= MOST_ALIKE) found.pages.push(next.path)
      waiting.push(...links.map((path) => ({ path, on: next!.path })))
    }
  }
  client.close()
  return found
}

/** What only puts a page in another order. */
const orders = new Set(['sort', 'sortcolumns', 'pinrows', 'pincolumns'])

/** An address without what makes it this one of many: the names of its query remain. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://house')
  return `${pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '0')}?${[...new Set(searchParams.keys())].filter((name) => !orders.has(name)).sort()}`
}

async function linksOn(client: Client, path: string): Promise<string[] | undefined> {
  let answer = await client.get(path)
  if (answer.status === 302 || answer.status === 303) answer = await client.get(answer.headers.location!)
  if (answer.status >= 400) return undefined
  const hrefs = [...answer.body.toString().matchAll(/<a\b[^>]*?\shref="([^"#][^"]*)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'))
  return hrefs.map((href) => new URL(href, `http://house${path}`)).flatMap((url) => (url.host === 'house' ? [url.pathname + url.search] : []))
}
