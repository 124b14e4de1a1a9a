import { flatten, treeOf } from '../../domain/code.ts'
import type { Block } from '../../domain/document.ts'
import { listCodes } from '../../storage/codes.ts'
import type { Db } from '../../storage/schema.ts'
import { type InterfaceLanguage, sayIn } from '../../texts/catalogue.ts'
import { countCodebook } from '../count-codes.ts'
import { type Example, readExamples } from '../read-examples.ts'
import type { Document } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { cutIn } from './veiling.ts'

const FIELDS = ['definition', 'whenToUse', 'whenNot', 'example'] as const

/** The codebook to read: each code with what it means, when it is used and when not, its examples and how many quotations stand under it. */
export async function codebookDocument(db: Db, input: ExportInput): Promise<Document> {
  const { project, language } = input
  const say = sayIn(language)
  const tree = treeOf(await listCodes(db, project.id))
  const counts = await countCodebook(db, project.id, tree)
  const examples = await readExamples(db, project.id, undefined, cutIn(input))
  const blocks: Block[] = [{ style: 'title', text: say('publish.codebook-title', { project: project.name }) }, { contents: say('publish.contents') }]
  for (const code of flatten(tree)) {
    blocks.push({ style: `heading${Math.min(3, code.depth + 1) as 1 | 2 | 3}`, text: `${code.key} ${code.label}` })
    const { quotations, codings } = counts.get(code.id)!
    const count = say(code.children.length > 0 ? 'publish.count-with-below' : 'publish.count-of-code', { n: quotations, codings })
    blocks.push({ style: 'note', text: code.retiredAt ? `${count} ${say('publish.retired', { date: code.retiredAt.slice(0, 10) })}` : count })
    for (const field of FIELDS)
      if (code[field])
        blocks.push({ style: 'name', text: say(`publish.field-${field}`) }, ...code[field].split('\n').map((text) => ({ style: 'text' as const, text })))
    const own = examples.filter(({ codeId }) => codeId === code.id)
    for (const one of own) blocks.push({ style: 'quote', text: quoteExample(one, language) })
  }
  return { blocks }
}

/** An example of a code with where it stands. */
export function quoteExample({ words, source, paragraph }: Example, language: InterfaceLanguage): string {
  const say = sayIn(language)
  return say('codebook.example-quoted', { words, cite: say('quotations.cite', { source: source.title, paragraph: `${paragraph}` }) })
}
