import { createHash } from 'node:crypto'
import { type Exportable, type ExportFormat, extensionOf, formatsOf } from '../../domain/export-format.ts'
import { Refusal } from '../../domain/refusal.ts'
import { writeZip, type ZipEntry } from '../../exchange/write-zip.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { type ExportInput, isOn } from './export-input.ts'
import { findExporter } from './exports.ts'
import { streamOf } from './table-files.ts'
import { veiledText, veils } from './veil-export.ts'
import { isVeiled, listed, sayNames } from './veiling.ts'

/** What the pack holds, by folder; what the house can't make yet is passed over. */
const parts: readonly { what: Exportable; formats: readonly ExportFormat[]; folder?: string; as?: string; options?: Readonly<Record<string, string>> }[] = [
  { what: 'methods', formats: ['docx', 'md'] },
  { what: 'codebook', formats: ['docx', 'xlsx'] },
  { what: 'frequencies', formats: ['xlsx'] },
  { what: 'quotations', formats: ['docx', 'html', 'xlsx'] },
  { what: 'framework', formats: ['docx', 'xlsx'] },
  { what: 'matrix', formats: ['docx', 'xlsx'] },
  { what: 'answers', formats: ['docx', 'xlsx'] },
  ...['bars', 'states', 'heat'].map((name) => ({ what: 'chart', formats: ['svg', 'png'], folder: 'figures', as: name, options: { name } }) as const),
  { what: 'saturation', formats: ['svg', 'png'], folder: 'figures' },
  { what: 'word-cloud', formats: ['svg', 'png'], folder: 'figures' },
  ...(['quotations', 'codebook', 'frequencies', 'framework', 'matrix', 'answers', 'cases', 'coverage'] as const).map((what) => ({
    what,
    formats: ['json', 'csv'] as const,
    folder: 'data',
  })),
]

/** Everything that a publication needs, in one archive with a README and checksums. It is sent while its parts are made; where names are replaced nothing of it leaves before all parts are seen to hold none. */
const pack = veils(async (db, input) => {
  if (!isVeiled(input)) return streamOf('pack', 'zip', input, writeZip(entriesOf(db, input)))
  refuseUndecided(input)
  const made: ZipEntry[] = []
  for await (const entry of entriesOf(db, input)) made.push(entry)
  return streamOf('pack', 'zip', input, writeZip(made))
})

/** A pack says of itself that it can be published: not while likely names are undecided, unless somebody says so. */
function refuseUndecided({ veiling, options }: ExportInput): void {
  const undecided = veiling?.undecided ?? []
  if (undecided.length > 0 && !isOn(options['all-the-same']))
    throw new Refusal('conflict', 'refusal.undecided-names', { n: undecided.length, names: listed(undecided) })
}

async function* entriesOf(db: Db, input: ExportInput): AsyncGenerator<ZipEntry, void> {
  const sums: string[] = []
  const left: string[] = []
  for (const { what, formats, folder, as = what, options } of parts)
    for (const format of formats) {
      if (!formatsOf(what).includes(format)) continue
      const name = `${folder ? `${folder}/` : ''}${as}.${extensionOf(format)}`
      const content = await partOf(db, what, format, { ...input, options: { ...only(input.options), ...options } }, folder === 'figures')
      if (content === undefined) left.push(name)
      else {
        sums.push(`${sumOf(content)}  ${name}`)
        yield { name, content }
      }
    }
  const readme = await veiledText(db, input, readmeOf(input, sums, left))
  yield { name: 'README.txt', content: readme }
  yield { name: 'SHA256SUMS.txt', content: `${[...sums, `${sumOf(readme)}  README.txt`].join('\n')}\n` }
}

/** A picture may be left out where a name would still be read in it, or there is nothing to draw. */
async function partOf(db: Db, what: string, format: ExportFormat, input: ExportInput, mayBeLeft: boolean): Promise<Uint8Array | string | undefined> {
  try {
    return (await findExporter(what, format)(db, input)).bytes
  } catch (error) {
    if (mayBeLeft && error instanceof Refusal) return undefined
    throw error
  }
}

/** What is asked of the whole pack goes to its parts. */
function only(options: ExportInput['options']): Record<string, string> {
  return Object.fromEntries(
    ['pseudonyms', 'all-the-same', 'attributes', 'coder-names', 'context', 'group-by'].flatMap((name) =>
      options[name] !== undefined ? [[name, options[name]]] : [],
    ),
  )
}

function readmeOf(input: ExportInput, sums: readonly string[], left: readonly string[]): string {
  const say = sayIn(input.language)
  const lines = [
    say('pack.readme', { project: input.project.name }),
    say('pack.made', { date: new Date().toISOString().slice(0, 10) }),
    sayNames(input),
    '',
    `${say('pack.files')}:`,
    ...sums.map((sum) => `  ${sum.slice(66)}`),
    ...(left.length > 0 ? ['', say('pack.left-out', { files: left.join(', ') })] : []),
    '',
    say('pack.data'),
    say('pack.sums'),
  ]
  return `${lines.join('\n')}\n`
}

function sumOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

export const packMakers = { zip: pack }
