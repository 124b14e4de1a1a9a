import type { CloudCount, CloudWord, DrawnCloud } from '../domain/cloud-count.ts'
import { type CloudRequest, parseCloudRequest } from '../domain/cloud-request.ts'
import { exportFormats } from '../domain/export-format.ts'
import { recordsOf, type Table } from '../domain/table.ts'
import { drawPng } from '../exchange/draw-png.ts'
import { writeCloudSvg } from '../exchange/write-cloud-svg.ts'
import { writeCsv } from '../exchange/write-csv.ts'
import type { Db } from '../storage/schema.ts'
import { sayIn } from '../texts/catalogue.ts'
import { sayBase, sayScale, sayWord } from '../texts/cloud-sentences.ts'
import { nameCloud, readCloudChoices } from './cloud-choices.ts'
import { countClouds, drawClouds } from './draw-cloud.ts'
import type { ExportFile, ExportInput } from './exports.ts'

const ALL = 1_000_000

/** The picture, complete in itself. */
export async function exportCloudSvg(db: Db, input: ExportInput): Promise<ExportFile> {
  return { bytes: await drawSvg(db, input), mediaType: exportFormats.svg.mediaType, fileName: `${input.project.slug}-word-cloud.svg` }
}

/** The picture in pixels, two to a unit. */
export async function exportCloudPng(db: Db, input: ExportInput): Promise<ExportFile> {
  return { bytes: drawPng(await drawSvg(db, input)), mediaType: exportFormats.png.mediaType, fileName: `${input.project.slug}-word-cloud.png` }
}

/** The numbers of every word, also of those that the picture has no room for. */
export async function exportCloudCsv(db: Db, input: ExportInput): Promise<ExportFile> {
  return { bytes: writeCsv(await readTable(db, input)), mediaType: exportFormats.csv.mediaType, fileName: `${input.project.slug}-word-cloud.csv` }
}

/** The same as an array of objects. */
export async function exportCloudJson(db: Db, input: ExportInput): Promise<ExportFile> {
  const records = recordsOf(await readTable(db, input))
  return { bytes: `${JSON.stringify(records, null, 2)}\n`, mediaType: exportFormats.json.mediaType, fileName: `${input.project.slug}-word-cloud.json` }
}

async function drawSvg(db: Db, { project, language, filter, options }: ExportInput): Promise<string> {
  const say = sayIn(language)
  const request = parseCloudRequest({ ...options, filter })
  const clouds = await drawClouds(db, project.id, request)
  const choices = await readCloudChoices(db, project.id)
  const names = clouds.map(({ group }) => nameCloud(say, choices, request, group))
  const two = clouds.length > 1
  const bases = clouds.map((cloud, at) => `${two ? `${names[at]}: ` : ''}${sayBase(say, request.from, cloud)}`)
  const written = clouds.map((cloud, at) => ({
    placed: two ? cloud.narrow : cloud.wide,
    heading: two ? names[at]! : null,
    sayings: cloud.words.map((word) => sayWord(say, word, cloud.unit)),
    tones: cloud.words.map(({ code }) => code?.tone ?? null),
  }))
  const base = [...(two ? [] : [`${names[0]}.`]), ...bases, sayScale(say, request.from, two)].join(' ')
  return writeCloudSvg(written, { title: say('cloud.picture', { of: names.join(' | ') }), base })
}

async function readTable(db: Db, { project, language, filter, options }: ExportInput): Promise<Table> {
  const request: CloudRequest = { ...parseCloudRequest({ ...options, filter }), most: ALL }
  const clouds = await countClouds(db, project.id, request)
  const choices = await readCloudChoices(db, project.id)
  const rows = clouds.flatMap((cloud) => {
    const name = nameCloud(sayIn(language), choices, request, cloud.group)
    return cloud.words.map((word) => [
      name,
      word.code?.path ?? word.text,
      ...(word.code ? [] : [word.forms.join(' ')]),
      word.count,
      word.units,
      word.of,
      baseOf(cloud, word),
    ])
  })
  const labels = request.from === 'labels'
  return { name: 'word-cloud', columns: ['of', ...(labels ? ['code', 'quotations'] : ['word', 'forms', 'times']), 'cases', 'base', 'base_is'], rows }
}

function baseOf({ unit }: CloudCount | DrawnCloud, { asked }: CloudWord): string {
  return asked ? 'cases asked' : unit === 'case' ? 'cases with a source' : 'sources'
}
