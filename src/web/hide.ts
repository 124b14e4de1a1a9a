import type { Right } from './rights.ts'

type MayAsk = (method: 'GET' | 'POST', path: string) => boolean
/** Where something was that is not shown. */
const GONE = '\u0000'
/** What islands hold on to by its name stays, without an address, unseen and dead. */
const SHELL = /<form id="[^"]*" hidden inert>[\s\S]*?<\/form>/g

/**
 * A page without what its reader may not do: forms that would be refused, links to pages that are nothing but such a form, and what is left of a section or of
 * something to unfold that held nothing else. By the same table that refuses, so no view can forget it. Pages of those who may code are never looked through.
 */
export function hideForbidden(html: string, here: string, mayAsk: MayAsk): string {
  const gone = new Set<string>()
  const without = leaveOut(html, here, mayAsk, gone)
  if (!without.includes(GONE)) return html
  const loose = without
    .replace(/<(button|select|textarea)\b([^>]*)>[\s\S]*?<\/\1>/g, (whole, _, attributes: string) =>
      gone.has(attribute(attributes, 'form') ?? '') ? GONE : whole,
    )
    .replace(/<input\b([^>]*)>/g, (whole, attributes: string) => (gone.has(attribute(attributes, 'form') ?? '') ? GONE : whole))
  return withoutEmpty(withoutEmpty(loose, 'details'), 'section').replaceAll(GONE, '')
}

function leaveOut(html: string, here: string, mayAsk: MayAsk, gone: Set<string>): string {
  return html.replace(/<(form|a)\b([^>]*)>([\s\S]*?)<\/\1>/g, (whole, tag: string, attributes: string, inner: string) => {
    const method = tag === 'form' && /\bmethod="post"/i.test(attributes) ? 'POST' : 'GET'
    const to = attribute(attributes, tag === 'a' ? 'href' : 'action') ?? (method === 'POST' ? here : undefined)
    const path = to === undefined ? undefined : pathOf(to)
    if (path === undefined || mayAsk(method, path)) return tag === 'a' ? whole : `<form${attributes}>${leaveOut(inner, here, mayAsk, gone)}</form>`
    const id = attribute(attributes, 'id')
    if (tag === 'a' || !id) return GONE
    gone.add(id)
    return `${GONE}<form id="${id}" hidden inert>${leaveOut(inner, here, mayAsk, gone)}</form>`
  })
}

/** Elements without others of their kind in them, from which something went and of which nothing but a head and words about it is left. */
function withoutEmpty(html: string, tag: 'details' | 'section'): string {
  const innermost = new RegExp(`<${tag}\\b[^>]*>((?:(?!</?${tag}\\b)[\\s\\S])*)</${tag}>`, 'g')
  return html.replace(innermost, (whole, inner: string) => {
    const left = inner
      .replace(SHELL, '')
      .replace(/<(header|summary|p)\b[^>]*>[\s\S]*?<\/\1>/g, '')
      .replaceAll(GONE, '')
    const isEmpty = inner.includes(GONE) && left.replace(/<\/?(div|span)\b[^>]*>/g, '').trim() === ''
    return isEmpty ? `${GONE}${(inner.match(SHELL) ?? []).join('')}` : whole
  })
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
}

/** The path of an address of ours; nothing for any other. */
function pathOf(address: string): string | undefined {
  return /^\/(?!\/)[^?#]*/.exec(address.replaceAll('&amp;', '&'))?.[0]
}

/** Which right an address needs, by its method and path; undefined where it is none of ours. */
export function rightsByPath(rights: ReadonlyMap<string, Right>): (method: string, path: string) => Right | undefined {
  const patterns = [...rights]
    .map(([route, right]) => ({ right, params: route.split(':').length, pattern: patternOf(route) }))
    .sort((a, b) => a.params - b.params)
  return (method, path) => patterns.find(({ pattern }) => pattern.test(`${method} ${path}`))?.right
}

function patternOf(route: string): RegExp {
  const source = route.replace(/:\w+(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g, (_, own?: string) => own ?? '[^/]+')
  return new RegExp(`^${source}$`)
}
