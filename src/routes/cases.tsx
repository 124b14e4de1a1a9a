import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { CasePage } from '../../views/cases/case-page.tsx'
import { Cases } from '../../views/cases/cases.tsx'
import { CasesPreview } from '../../views/cases/cases-preview.tsx'
import { attributeTypes } from '../domain/attribute.ts'
import { Refusal } from '../domain/refusal.ts'
import { createCase } from '../services/create-case.ts'
import { createAttribute, editAttribute, removeAttribute } from '../services/edit-attribute.ts'
import { editCase } from '../services/edit-case.ts'
import { importCases } from '../services/import-cases.ts'
import { previewCases } from '../services/preview-cases.ts'
import { readCase, readCasesOf } from '../services/read-cases.ts'
import { removeCase } from '../services/remove-case.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { baseOf, who } from './here.ts'

const casePath = z.object({ slug: z.string(), caseId: id })
const attributePath = z.object({ slug: z.string(), attributeId: id })
const attribute = z.object({ name: z.string(), type: z.enum(attributeTypes) })
const many = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]))
const edit = z.record(z.string(), many).transform(readEdit)
const cell = z.string().max(20_000)
/** A table of cases as its preview carries it, and a type for each attribute, `type.0` for the first. */
const caseTable = z.object({
  attributes: z.array(z.string().min(1).max(200)).max(10_000),
  cases: z
    .array(z.object({ row: z.number().int().positive(), name: z.string().min(1).max(200), kind: z.string().max(60).nullable(), values: z.array(cell) }))
    .min(1)
    .max(100_000),
})
const confirmation = z.record(z.string(), z.string()).transform((fields, context) => {
  const table = caseTable.safeParse(parsed(fields['table'] ?? ''))
  const types = table.data?.attributes.map((_, index) =>
    z
      .enum([...attributeTypes, 'decimals'])
      .nullable()
      .safeParse(fields[`type.${index}`] ?? null),
  )
  const whole = table.data?.cases.every((one) => one.values.length === table.data.attributes.length)
  if (table.success && whole && types!.every((one) => one.success)) return { table: table.data, types: types!.map((one) => one.data!) }
  context.addIssue({ code: 'custom', message: 'table', path: ['table'] })
  return z.NEVER
})
const at = '/projects/:slug/cases/:caseId{[0-9]+}'
const ofAttribute = '/projects/:slug/attributes/:attributeId{[0-9]+}'

/** Cases with their attributes, and every act on them. */
export const cases = new Hono<AppEnv>()

cases.get('/projects/:slug/cases', async (c) => {
  const { house, project, reader } = c.var
  const view = await readCasesOf(house, project.id)
  return show(c, { title: reader.say('cases.title'), place: 'cases', layout: 'page' }, <Cases {...view} base={baseOf(c)} />)
})

cases.get(at, accept('param', casePath), async (c) => {
  const { house, project } = c.var
  const view = await readCase(house, project.id, c.req.valid('param').caseId)
  return show(c, { title: view.case.name, place: 'cases', layout: 'page' }, <CasePage {...view} base={baseOf(c)} />)
})

cases.post('/projects/:slug/cases', accept('form', z.object({ name: z.string(), kind: z.string().default('') })), async (c) => {
  const form = c.req.valid('form')
  await createCase(c.var.house, { ...who(c), ...form })
  return back(c, '/cases', 'cases.created', form.name)
})

cases.post(at, accept('param', casePath), accept('form', edit), async (c) => {
  const { caseId } = c.req.valid('param')
  const wish = c.req.valid('form')
  await editCase(c.var.house, { ...who(c), caseId, edit: wish })
  return back(c, `/cases/${caseId}`, 'cases.saved', wish.name ?? '')
})

cases.post(`${at}/removal`, accept('param', casePath), async (c) => {
  const name = await removeCase(c.var.house, { ...who(c), caseId: c.req.valid('param').caseId })
  return back(c, '/cases', 'cases.removed', name)
})

cases.post('/projects/:slug/attributes', accept('form', attribute), async (c) => {
  const form = c.req.valid('form')
  await createAttribute(c.var.house, { ...who(c), ...form })
  return back(c, '/cases#attributes', 'cases.attribute-created', form.name)
})

cases.post(ofAttribute, accept('param', attributePath), accept('form', attribute), async (c) => {
  const form = c.req.valid('form')
  await editAttribute(c.var.house, { ...who(c), ...form, attributeId: c.req.valid('param').attributeId })
  return back(c, '/cases#attributes', 'cases.attribute-saved', form.name)
})

cases.post(`${ofAttribute}/removal`, accept('param', attributePath), async (c) => {
  const name = await removeAttribute(c.var.house, { ...who(c), attributeId: c.req.valid('param').attributeId })
  return back(c, '/cases#attributes', 'cases.attribute-removed', name)
})

cases.post('/projects/:slug/cases/file', accept('form', z.object({ file: z.instanceof(File) })), async (c) => {
  const { file } = c.req.valid('form')
  if (file.size === 0) throw new Refusal('invalid', 'refusal.no-file')
  const { house, pool, project, reader } = c.var
  const preview = await previewCases(house, pool, { projectId: project.id, bytes: new Uint8Array(await file.arrayBuffer()), name: file.name })
  return show(c, { title: reader.say('cases.preview-title'), place: 'cases', layout: 'page' }, <CasesPreview of={preview} base={baseOf(c)} />)
})

cases.post('/projects/:slug/cases/confirmation', accept('form', confirmation), async (c) => {
  const { table, types } = c.req.valid('form')
  const n = await importCases(c.var.house, { ...who(c), table, types })
  return goTo(c, `${baseOf(c)}/cases`, { said: c.var.reader.say('cases.imported', { n }), undoTo: `${baseOf(c)}/undo` })
})

/** The fields of a case's form: `value-ID` for each attribute; `sources` says that the list of sources was on the form. */
function readEdit(fields: Record<string, string[]>) {
  const one = (name: string) => fields[name]?.at(-1)
  const values = Object.entries(fields).flatMap(([name, [value]]): [number, string][] =>
    /^value-\d{1,9}$/.test(name) ? [[Number(name.slice(6)), value ?? '']] : [],
  )
  const [name, kind] = [one('name'), one('kind')]
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    values: new Map(values),
    ...(fields['sources'] ? { sourceIds: (fields['sourceId'] ?? []).map(Number) } : {}),
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function back(c: Context<AppEnv>, path: string, key: TextKey, name: string): Response {
  return goTo(c, `${baseOf(c)}${path}`, { said: c.var.reader.say(key, { name: name.trim().slice(0, 200) }), undoTo: `${baseOf(c)}/undo` })
}
