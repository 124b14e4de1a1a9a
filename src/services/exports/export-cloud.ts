import { type CloudChoices, type CloudCount, type CloudWord, type DrawnCloud, themesIn, toneOf } from '../../domain/cloud-count.ts'
import type { CloudRequest } from '../../domain/cloud-request.ts'
import { recordsOf, type Table } from '../../domain/table.ts'
import { drawPng } from '../../exchange/draw-png.ts'
import { writeCloudSvg } from '../../exchange/write-cloud-svg.ts'
import { writeCsv } from '../../exchange/write-csv.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { sayBase, sayScale, sayWord } from '../../texts/cloud-sentences.ts'
import { nameCloud, nameTwo, readCloudChoices } from '../cloud-choices.ts'
import { cloudRequestOf } from '../cloud-wish.ts'
import { countClouds, drawClouds } from '../draw-cloud.ts'
import type { ExportInput, ExportMaker } from './export-input.ts'
import { fileOf } from './table-files.ts'
import { veiledTable, veils, worded } from './veil-export.ts'
import { coderIn, filterIn, isVeiled } from './veiling.ts'

const ALL = 1_000_000

/** The picture, complete in itself. */
const svg: ExportMaker = async (db, input) => fileOf('word-cloud', 'svg', input, await drawSvg(db, input))
/** Pixels to a unit: a page wide prints at 300 to the inch. */
const ZOOM = 3
/** The picture in pixels. */
const png: ExportMaker = async (db, input) => fileOf('word-cloud', 'png', input, drawPng(await drawSvg(db, input), ZOOM))
/** The numbers of every word, also of those that the picture has no room for. */
const csv: ExportMaker = async (db, input) => fileOf('word-cloud', 'csv', input, writeCsv(await tableOf(db, input)))
/** The same as an array of objects. */
const json: ExportMaker = async (db, input) => {
  return fileOf('word-cloud', 'json', input, `${JSON.stringify(recordsOf(await tableOf(db, input)), null, 2)}\n`)
}

async function tableOf(db: Db, input: ExportInput): Promise<Table> {
  const table = await veiledTable(db, input, await readTable(db, input))
  return { ...table, rows: [...table.rows] }
}

/** Words that are names are left out under pseudonyms: what would stand for them says nothing in a cloud. Labels have them replaced. */
export const cloudMakers = { svg: veils(svg), png: veils(png), csv: veils(csv), json: veils(json) }

const nobody = () => false

/** With coders called as they are in this export. */
function worn(choices: CloudChoices, input: ExportInput): CloudChoices {
  return { ...choices, coders: choices.coders.map((coder) => ({ ...coder, name: coderIn(input, coder.name, coder.name) })) }
}

async function drawSvg(db: Db, input: ExportInput): Promise<string> {
  const { project, language } = input
  const say = sayIn(language)
  const { put, look } = await worded(db, input)
  const request = await cloudRequestOf(db, input)
  const clouds = await drawClouds(db, project.id, request, { put, isName: input.veiling?.veil.bears ?? nobody })
  const choices = worn(await readCloudChoices(db, project.id), input)
  const asked = { ...request, filter: filterIn(input) }
  const names = clouds.map(({ group }) => put(nameCloud(say, choices, asked, group)))
  const two = clouds.length > 1
  const told = nameTwo(say, choices, asked)
  const [heads, shared] = [told.heads.map(put), put(told.shared)]
  const bases = clouds.map((cloud, at) => `${two ? `${heads[at]}: ` : ''}${sayBase(say, request.from, cloud)}`)
  const written = clouds.map((cloud, at) => ({
    placed: two ? cloud.narrow : cloud.wide,
    heading: two ? heads[at]! : null,
    sayings: cloud.words.map((word) => sayWord(say, word, cloud.unit)),
    tones: cloud.words.map((word) => toneOf(word) || null),
  }))
  const themes = themesIn(clouds)
  const legend = themes.map(({ key, label, tone }) => ({ text: `${key} ${label}`, tone }))
  const base = [
    (two ? shared : names[0]!).replace(/(?<![.?!])$/, '.'),
    ...bases,
    sayScale(say, request, two),
    ...(themes.length > 0 && request.from === 'words' ? [say('cloud.theme-line')] : []),
    ...(isVeiled(input) ? [say(request.from === 'words' ? 'cloud.names-out' : 'cloud.names-replaced')] : []),
  ].join(' ')
  look([base, ...themes.map(({ label }) => label), ...heads, ...names, ...written.flatMap(({ sayings }) => sayings)])
  return writeCloudSvg(written, { title: say('cloud.picture', { of: names.join(' | ') }), base, legend })
}

async function readTable(db: Db, input: ExportInput): Promise<Table> {
  const { project, language } = input
  const request: CloudRequest = { ...(await cloudRequestOf(db, input)), most: ALL }
  const clouds = await countClouds(db, project.id, request, { put: (label) => label, isName: input.veiling?.veil.bears ?? nobody })
  const choices = worn(await readCloudChoices(db, project.id), input)
  const rows = clouds.flatMap((cloud) => {
    const name = nameCloud(sayIn(language), choices, { ...request, filter: filterIn(input) }, cloud.group)
    return cloud.words.map((word) => [
      name,
      word.code?.path ?? word.text,
      ...(word.code ? [] : [word.forms.join(' ')]),
      word.count,
      word.units,
      word.of,
      baseOf(cloud, word),
      ...(word.code ? [] : [word.theme?.label ?? null]),
    ])
  })
  const labels = request.from === 'labels'
  return {
    name: 'word-cloud',
    columns: ['of', ...(labels ? ['code', 'quotations'] : ['word', 'forms', 'times']), 'cases', 'base', 'base_is', ...(labels ? [] : ['theme'])],
    rows,
  }
}

function baseOf({ unit }: CloudCount | DrawnCloud, { asked }: CloudWord): string {
  return asked ? 'cases asked' : unit === 'case' ? 'cases with a source' : 'sources'
}
