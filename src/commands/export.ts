import { type ExportFormat, exportable, exportFormats, formatsOf } from '../domain/export-format.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkExport } from '../services/exports/check-export.ts'
import type { ExportInput } from '../services/exports/export-input.ts'
import { sendHome } from '../services/exports/take-home.ts'
import { findProject } from '../services/find-project.ts'
import { type Command, type Context, Usage } from './command.ts'
import { findUnread } from './export-options.ts'
import { printedPieces } from './printable.ts'
import { type Watching, watched } from './watched.ts'
import { writeOut } from './write-out.ts'

/** Options that makers read, beside `--filter`, `--format` and `--out`. */
const options = {
  filter: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  rows: { type: 'string' },
  columns: { type: 'string' },
  values: { type: 'string' },
  of: { type: 'string' },
  cuts: { type: 'string' },
  'row-cuts': { type: 'string' },
  relation: { type: 'string' },
  words: { type: 'string' },
  codes: { type: 'string' },
  order: { type: 'string' },
  by: { type: 'string' },
  split: { type: 'string' },
  against: { type: 'string' },
  chain: { type: 'string' },
  kind: { type: 'string' },
  question: { type: 'string' },
  group: { type: 'string' },
  beside: { type: 'string' },
  weigh: { type: 'string' },
  run: { type: 'string' },
  least: { type: 'string' },
  without: { type: 'string' },
  'group-by': { type: 'string' },
  context: { type: 'boolean' },
  pseudonyms: { type: 'boolean' },
  attributes: { type: 'string' },
  'coder-names': { type: 'boolean' },
  'all-the-same': { type: 'boolean' },
  topics: { type: 'string' },
  guide: { type: 'string' },
  coders: { type: 'string' },
  unit: { type: 'string' },
  'after-reading': { type: 'boolean' },
} as const
const reserved = new Set(['filter', 'format', 'out', 'data', 'json'])

/** `export <project> WHAT`, or `chart NAME`: text goes to standard output unless `--out` names a file; binary formats need `--out`. */
export const exportCommand: Command = {
  usage: `export <project> ${Object.keys(exportable).join('|').replace('chart', 'chart NAME')} [--filter Q] [--format F] [--group-by theme|case|question] [--context] [--pseudonyms [--attributes A,B] [--coder-names] [--all-the-same]] [--out FILE]`,
  options,
  run: async (context) => {
    const { what, format } = wishOf(context)
    refuseUnread(context, what)
    const out = context.options['out']
    if (exportFormats[format].binary && out === undefined) throw new Usage(context.say('cli.out-needed', { format }))
    if (what === 'comparison' && context.options['by'] === undefined) throw new Refusal('invalid', 'refusal.compare-needs-by')
    const project = await findProject(context.house, context.words[0]!)
    const input = {
      project,
      filter: String(context.options['filter'] ?? ''),
      language: context.language,
      options: { ...extrasOf(context), ...(context.words[2] && { name: context.words[2] }) },
    }
    await watched(
      context,
      'cli.written-so-far',
      (watch) => bringHome(context, { what, format, input, out }, watch),
      (bytes) => ({ n: Math.floor(bytes / 1e6) }),
    )
  },
}

/** Not the file's own, but the command's. */
const ofCommand = new Set(['format', 'out', 'data', 'json'])

function refuseUnread({ options, words, say }: Context, what: string): void {
  const given = Object.keys(options).filter((name) => !ofCommand.has(name) && options[name] !== undefined)
  const unread = findUnread(what, words[2], given)
  if (!unread) return
  const told = unread.options.map((name) => `--${name}`).join(', ')
  throw new Usage(say(told === '' ? 'cli.no-options' : 'cli.option-unread', { what: words[2] ?? what, option: `--${unread.option}`, options: told }))
}

/** What is taken home by its own name is a chart too. */
const alsoCharts = ['comparison', 'saturation'] as const

type Wish = { what: string; format: ExportFormat; input: ExportInput; out: unknown }

/** The file as it is made: to its name, or to standard output. What is lost is said beside. */
async function bringHome(context: Context, { what, format, input, out }: Wish, { onProgress, signal }: Watching): Promise<void> {
  const file = await sendHome(context.pool, what, format, input, signal)
  const pieces = counted(file.stream, (bytes) => onProgress(bytes, 0))
  if (out !== undefined) await writeOut(String(out), pieces)
  // Files begin with the mark by which spreadsheets know UTF-8; what is printed goes to programs, which stumble on it.
  else for await (const words of printedPieces(pieces)) context.print(words)
  const { undecided } = file
  if (out !== undefined && context.json) context.print(`${JSON.stringify({ out, ...(undecided !== undefined && { undecided }) })}\n`)
  if (undecided) console.error(context.say('publish.names-undecided', { n: undecided }))
  for (const { kind, count } of file.losses ?? []) console.error(context.say(`exchange.loss.${kind}`, { n: count }))
}

async function* counted(pieces: AsyncIterable<Uint8Array>, tell: (bytes: number) => void): AsyncGenerator<Uint8Array, void> {
  let bytes = 0
  for await (const piece of pieces) {
    bytes += piece.length
    tell(bytes)
    yield piece
  }
}

function wishOf({ words, options, json }: Context): { what: string; format: ExportFormat } {
  const [project, what] = words
  if (words.length !== (what === 'chart' ? 3 : 2) || !project || !what || formatsOf(what).length === 0) throw new Usage()
  const drawn = what === 'chart' ? alsoCharts.find((name) => name === words[2]) : undefined
  const formats = formatsOf(what)
  const format = (options['format'] ?? (json && formats.includes('json') ? 'json' : formats[0])) as ExportFormat
  checkExport(what, format)
  return { what: drawn ?? what, format }
}

/** Codes by the number or the name that people read, where addresses have ids. */
function codesOf(codes: string): string {
  return codes === 'all' || codes === 'themes' || codes.startsWith('code:') ? codes : `code:${codes}`
}

function extrasOf({ options }: Context): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([name, value]) => !reserved.has(name) && value !== undefined)
      .map(([name, value]) => [name, name === 'codes' ? codesOf(String(value)) : String(value)]),
  )
}
