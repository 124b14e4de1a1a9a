import type { Page } from 'playwright-core'

/** What a page of a source shows, without what only says where its reader stands: the transcript, the minimap, how far it has come, every count. */
export async function pictureOf(page: Page): Promise<{ transcript: string[]; beside: Record<string, string> }> {
  return page.evaluate(() => {
    const ofReader = new Set(['style', 'tabindex', 'data-htmx-powered', 'data-act', 'data-focus', 'data-at'])
    const passing = /^(in-focus|placed|lit|htmx-.*)$/
    const drawn = (node: Node): string => {
      if (!(node instanceof Element)) return node.nodeValue ?? ''
      if (node.matches('.edge-handle, #text-editor')) return ''
      const attributes = [...node.attributes]
        .filter(({ name }) => !ofReader.has(name))
        .map(({ name, value }) => `${name}="${name === 'class' ? classes(value) : value}"`)
      return `<${[node.localName, ...attributes.sort()].join(' ')}>${[...node.childNodes].map(drawn).join('')}</${node.localName}>`
    }
    const classes = (names: string) =>
      names
        .split(/\s+/)
        .filter((name) => name && !passing.test(name))
        .join(' ')
    const beside = [...document.querySelectorAll('#overview, #progress, #status-form, [id^=here-], [id^=all-]')].map((one) => [one.id, drawn(one)])
    return {
      transcript: [...document.querySelector('#transcript')!.children].map(drawn).filter(Boolean),
      beside: Object.fromEntries(beside) as Record<string, string>,
    }
  })
}
