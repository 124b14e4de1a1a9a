import { type Look, plainLook } from './line.ts'

/** What this needs of a page as PDF.js has it. */
type Page = {
  getOperatorList(): Promise<unknown>
  readonly commonObjs: { has(name: string): boolean; get(name: string): unknown }
}

/**
 * Learn how the fonts of a page look that are not known yet. A font's name is told when a page that has it is made ready
 * for drawing, which is done once for each font, and never drawn.
 */
export async function learnLooks(page: Page, fontNames: Iterable<string>, looks: Map<string, Look>): Promise<void> {
  const unknown = new Set([...fontNames].filter((name) => !looks.has(name)))
  if (unknown.size === 0) return
  handOver()
  await page.getOperatorList().catch(() => null)
  for (const name of unknown) looks.set(name, page.commonObjs.has(name) ? lookOfFont(page.commonObjs.get(name)) : plainLook)
}

function lookOfFont(font: unknown): Look {
  const name = typeof font === 'object' && font !== null && 'name' in font ? `${font.name}` : ''
  return { bold: /bold|black|heavy|[-,]bd\b/i.test(name), italic: /italic|oblique|[-,]it\b/i.test(name) }
}

/** PDF.js hands fonts over by a method of buffers that Node has from version 21 on. A copy does as well. */
function handOver(): void {
  const buffers: { transferToFixedLength?: (length?: number) => ArrayBuffer } & Pick<ArrayBuffer, 'slice'> = ArrayBuffer.prototype
  buffers.transferToFixedLength ??= function (this: ArrayBuffer, length?: number) {
    return this.slice(0, length ?? this.byteLength)
  }
}
