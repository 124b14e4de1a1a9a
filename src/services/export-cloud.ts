import { type CloudCount, type CloudWord, type DrawnCloud, themesIn, toneOf } from '../domain/cloud-count.ts'
import { type CloudRequest, parseCloudRequest } from '../domain/cloud-request.ts'
import { exportFormats } from '../domain/export-format.ts'
import { namedBy } from '../domain/named.ts'
import { Refusal } from '../domain/refusal.ts'
import { recordsOf, type Table } from '../domain/table.ts'
import { drawPng } from '../exchange/draw-png.ts'
import { writeCloudSvg } from '../exchange/write-cloud-svg.ts'
import { writeCsv } from '../exchange/write-csv.ts'
import { listCountedAttributes } from '../storage/counted-cases.ts'
import { listNameables } from '../storage/nameables.ts'
import type { Db } from '../storage/schema.ts'
import { sayIn } from '../texts/catalogue.ts'
import { sayBase, sayScale, sayWord } from '../texts/cloud-sentences.ts'
import { nameCloud, nameTwo, readCloudChoices } from './cloud-choices.ts'
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

/**
 * What the page asks for by ids can also be asked for by names: `of` (words or codes), `question` (its number or words), `group` and `beside`
 * (`Region=north`, `Population<10000`).
 */
async function requestOf(db: Db, projectId: number, filter: string, { of, question, ...options }: ExportInput['options']): Promise<CloudRequest> {
  if (of && of !== 'words' && of !== 'codes') throw new Refusal('invalid', 'refusal.malformed', { field: 'of' })
  const attributes = await listCountedAttributes(db, projectId)
  const named = (group: string | undefined) => {
    const match = /^(.+?)([=<>])(.*)$/s.exec(group ?? '')
    const attribute = match && attributes.find(({ name }) => name.toLowerCase() === match[1]!.trim().toLowerCase())
    return attribute ? `${attribute.id}${match[2]}${match[3]}` : (group ?? '')
  }
  const asked = question ? namedBy(await listNameables(db, projectId, 'question'), { key: 'question', named: { name: question } }, true)[0] : undefined
  return parseCloudRequest({
    ...options,
    ...(of && { from: of === 'codes' ? 'labels' : 'words' }),
    ...(asked !== undefined && { asked: `${asked}` }),
    group: named(options['group']),
    beside: named(options['beside']),
    filter,
  })
}

async function drawSvg(db: Db, { project, language, filter, options }: ExportInput): Promise<string> {
  const say = sayIn(language)
  const request = await requestOf(db, project.id, filter, options)
  const clouds = await drawClouds(db, project.id, request)
  const choices = await readCloudChoices(db, project.id)
  const names = clouds.map(({ group }) => nameCloud(say, choices, request, group))
  const two = clouds.length > 1
  const { heads, shared } = nameTwo(say, choices, request)
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
  ].join(' ')
  return writeCloudSvg(written, { title: say('cloud.picture', { of: names.join(' | ') }), base, legend })
}

async function readTable(db: Db, { project, language, filter, options }: ExportInput): Promise<Table> {
  const request: CloudRequest = { ...(await requestOf(db, project.id, filter, options)), most: ALL }
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
