/** A form, or a link with questions in it, as it stands on a page, with what a browser would send of it. `path` without a query. */
export type FoundForm = { method: 'GET' | 'POST'; path: string; fields: Record<string, string> }

const decode = (value: string) =>
  value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Every form of a page and every link of this site with a query, as it was drawn. `at`: the page's own path. Files to be sent are left out. */
export function formsIn(html: string, at: string): FoundForm[] {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head, inner]) => formOf(head!, inner!, html, at))
  const links = linksIn(html, at).filter(({ search }) => search !== '')
  return [...forms, ...links.map(({ pathname, searchParams }) => ({ method: 'GET' as const, path: pathname, fields: Object.fromEntries(searchParams) }))]
}

/** Where the links of a page lead within this site. */
export function linksIn(html: string, at: string): URL[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*?\shref="([^"#][^"]*)"/g)].map((match) => new URL(decode(match[1]!), `http://localhost${at}`))
  return hrefs.filter(({ host }) => host === 'localhost')
}

function formOf(head: string, inner: string, html: string, at: string): FoundForm[] {
  const { pathname, searchParams } = new URL(
    attribute(head, 'action') ?? attribute(head, 'hx-post') ?? attribute(head, 'hx-get') ?? at,
    `http://localhost${at}`,
  )
  const method = /method="post"|hx-post/i.test(head) ? 'POST' : 'GET'
  const id = attribute(head, 'id')
  const outside = id ? [...html.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => attribute(tag, 'form') === id) : []
  const buttons = [...inner.matchAll(/<button\b[^>]*>/g)].map(([tag]) => tag)
  const fields = { ...Object.fromEntries(searchParams), ...fieldsIn(inner), ...Object.assign({}, ...[...outside, ...buttons].map(fieldOf)) }
  return [{ method, path: pathname, fields }]
}

/** The values that a browser would send, with every box ticked. */
function fieldsIn(inner: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of inner.matchAll(/<input\b[^>]*>/g)) {
    const again = /type="radio"/.test(tag) && !/ checked/.test(tag) && attribute(tag, 'name')! in fields
    if (!/type="file"/.test(tag) && !again) Object.assign(fields, fieldOf(tag))
  }
  for (const [select] of inner.matchAll(/<select\b[\s\S]*?<\/select>/g)) {
    const chosen = /<option[^>]*\bselected\b[^>]*>/.exec(select) ?? /<option[^>]*>/.exec(select)
    Object.assign(
      fields,
      fieldOf(select.slice(0, select.indexOf('>') + 1)),
      chosen && { [attribute(select, 'name') ?? '']: attribute(chosen[0], 'value') ?? '' },
    )
  }
  for (const [, head, text] of inner.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    Object.assign(fields, fieldOf(head!), { [attribute(head!, 'name') ?? '']: decode(text!) })
  delete fields['']
  return fields
}

function fieldOf(tag: string): Record<string, string> {
  const name = attribute(tag, 'name')
  return name ? { [name]: attribute(tag, 'value') ?? (/type="(checkbox|radio)"/.test(tag) ? 'on' : '') } : {}
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found)
}
