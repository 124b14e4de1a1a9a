import type { Token, Tokens } from 'marked'
import { decodeReferences } from './character-references.ts'
import type { Look } from './marked-text.ts'

/** Words of one look. \r is where the line ends in the file and goes on in the text; \n is where it ends in both. */
export type Piece = { readonly words: string; readonly look: Look }
/** What of a text is left out, to be told. */
export type Left = { pictures: number; comments: number; tags: string[] }

/** Words in angle brackets that are HTML and no aside of the person who typed. */
const HTML =
  /^<\/?(?:a|abbr|article|aside|audio|b|big|blockquote|body|br|button|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|option|p|param|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr)(?=[\s/>])/i

/** The words of a paragraph's tokens in their order, without the signs of Markdown. */
export function piecesOf(tokens: readonly Token[], left: Left, look: Look = { bold: false, italic: false }): Piece[] {
  return tokens.flatMap((token): Piece[] => {
    const { tokens: inner } = token as Tokens.Generic
    switch (token.type) {
      case 'strong':
        return piecesOf(inner!, left, { ...look, bold: true })
      case 'em':
        return piecesOf(inner!, left, { ...look, italic: true })
      case 'br':
        return [{ words: '\n', look }]
      case 'image':
        left.pictures++
        return []
      case 'checkbox':
        return [{ words: (token as Tokens.Checkbox).checked ? '☒ ' : '☐ ', look }]
      case 'html':
        return [{ words: withoutTags(token.raw, left).replaceAll('\n', '\r'), look }]
      case 'codespan':
      case 'escape':
        return [{ words: (token as Tokens.Codespan).text, look }]
      default:
        return inner ? piecesOf(inner, left, look) : [{ words: decodeReferences((token as Tokens.Text).text ?? token.raw).replaceAll('\n', '\r'), look }]
    }
  })
}

/** The words of HTML without its tags; what is in scripts, styles and comments is left out. A tag that is no HTML stays: "<skratt>". */
export function withoutTags(html: string, left: Left): string {
  const words = html
    .replace(/<!--[\s\S]{0,100000}?-->/g, () => {
      left.comments++
      return ''
    })
    .replace(/<(script|style)\b[^>]{0,2000}>[\s\S]{0,100000}?<\/\1\s{0,9}>/gi, (_, name: string) => {
      left.tags.push(name.toLowerCase())
      return ''
    })
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, (tag) => {
      if (!HTML.test(tag)) return tag
      const name = /[a-z]\w*/i.exec(tag)![0].toLowerCase()
      if (/^(?:img|svg|video|audio)$/.test(name)) left.pictures += tag[1] === '/' ? 0 : 1
      else if (!/^(?:br|b|i|em|strong|u|p|span)$/.test(name) && tag[1] !== '/') left.tags.push(name)
      return /^(?:br|p|div|li|tr|h\d)$/.test(name) ? '\n' : ''
    })
  return decodeReferences(words)
}
