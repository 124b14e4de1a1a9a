import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Figure, isOver, type Skipped, tableHead, tableRow } from './figure.ts'
import { type Ground, NotThere, openGround } from './ground.ts'
import { analysing } from './rows/analysing.ts'
import { coding } from './rows/coding.ts'
import { codingHits } from './rows/coding-hits.ts'
import { editing } from './rows/editing.ts'
import { exchanging } from './rows/exchanging.ts'
import { exporting } from './rows/exporting.ts'
import { finding, recognising } from './rows/finding.ts'
import { importing } from './rows/importing.ts'
import { importingDocuments, importingPdf, importingSurvey } from './rows/importing-documents.ts'
import { living } from './rows/living.ts'
import { opening, openingLong } from './rows/opening.ts'
import { matrix, projectPage, quotations } from './rows/pages.ts'
import { painting } from './rows/painting.ts'
import { searching } from './rows/searching.ts'
import { searchingLarge } from './rows/searching-large.ts'
import { starting } from './rows/starting.ts'

const rows: Record<string, (ground: Ground) => Promise<(Figure | Skipped)[]>> = {
  opening,
  long: openingLong,
  coding,
  editing,
  project: projectPage,
  quotations,
  searching,
  searchingLarge,
  codingHits,
  matrix,
  analysing,
  exporting,
  exchanging,
  importing,
  documents: importingDocuments,
  survey: importingSurvey,
  pdf: importingPdf,
  recognising,
  finding,
  starting,
  painting,
  living,
}

/** `npm run bench [-- --only NAME[,NAME]] [--quick] [--strict]`: every figure that the project is held to, beside its baselines. With `--strict`, exit 1 where one is over. */
const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean' }, strict: { type: 'boolean' } } })
const chosen = values.only?.split(',') ?? Object.keys(rows)
const unknown = chosen.filter((name) => !rows[name])
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(', ')}. There are: ${Object.keys(rows).join(', ')}.`)
  process.exit(2)
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}${values.quick ? ', quick: a tenth of the measurements' : ''}\n`)
console.log(tableHead())
const ground = openGround(values.quick === true)
const all: (Figure | Skipped)[] = []
try {
  for (const name of chosen) {
    const found = await rows[name]!(ground).catch((error): Skipped[] => {
      if (error instanceof NotThere) return [{ name, skipped: error.message }]
      throw error
    })
    for (const row of found) console.log(tableRow(row))
    all.push(...found)
  }
} finally {
  await ground.close()
}
const held = all.filter((row): row is Figure => !('skipped' in row) && row.limit !== undefined)
const over = held.filter(isOver)
const skipped = all.filter((row) => 'skipped' in row)
console.log(`\n${held.length - over.length} within their limits, ${over.length} over, ${skipped.length} skipped`)
if (values.strict && over.length > 0) process.exitCode = 1
