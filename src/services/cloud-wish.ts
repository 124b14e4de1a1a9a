import { numberIn } from '../domain/attribute.ts'
import { type CloudRequest, endsOf, parseCloudRequest } from '../domain/cloud-request.ts'
import { namedBy } from '../domain/named.ts'
import { Refusal } from '../domain/refusal.ts'
import { type CountedAttribute, listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listNameables } from '../storage/nameables.ts'
import type { Db } from '../storage/schema.ts'
import type { ExportInput } from './exports/export-input.ts'

/**
 * The words or the cloud that an export asks for. What the page asks for by ids can also be asked for by names: `of` (words or codes), `question`
 * (its number or words), `group` and `beside` (`Region=north`, `Population<10000`, `Population..5000..10000`, or as a filter has it, `Region:north`). Refuses what is not there,
 * and a group that no case is in.
 */
export async function cloudRequestOf(db: Db, { project, filter, options: { of, question, ...options } }: ExportInput): Promise<CloudRequest> {
  if (of && of !== 'words' && of !== 'codes') throw new Refusal('invalid', 'refusal.cloud-of', { name: of })
  if (options['beside'] && !options['group']) throw new Refusal('invalid', 'refusal.cloud-beside')
  const attributes = await listCountedAttributes(db, project.id)
  const named = async (group: string | undefined) => (group ? groupOf(db, project.id, attributes, group) : '')
  const asked = question ? namedBy(await listNameables(db, project.id, 'question'), { key: 'question', named: { name: question } }, true)[0] : undefined
  return parseCloudRequest({
    ...options,
    ...(of && { from: of === 'codes' ? 'labels' : 'words' }),
    ...(asked !== undefined && { asked: `${asked}` }),
    group: await named(options['group']),
    beside: await named(options['beside']),
    filter,
  })
}

/** A group as requests have it; a value that no case has is refused, for its cloud would be empty and look like an answer. */
async function groupOf(db: Db, projectId: number, attributes: readonly CountedAttribute[], group: string): Promise<string> {
  const match = /^(.+?):?(>=|\.\.|[:=<>])(.*)$/s.exec(group)
  const wanted = match?.[1]?.trim().toLowerCase()
  const attribute = match && attributes.find(({ id, name }) => name.toLowerCase() === wanted || `${id}` === wanted)
  if (!attribute) throw new Refusal('invalid', 'refusal.cloud-group', { value: group, attributes: attributes.map(({ name }) => name).join(', ') })
  const is = match[2] === ':' ? '=' : match[2]
  if (is === '=') {
    const values = (await listCountedCases(db, projectId)).flatMap((one) => one.values.get(attribute.id)?.value ?? [])
    if (!values.includes(match[3]!)) throw new Refusal('invalid', 'refusal.cloud-group-empty', { name: attribute.name, value: match[3]! })
  }
  const read = (number: string) => `${numberIn(number, 'thousands') ?? number}`
  return `${attribute.id}${is}${is === '=' ? match[3] : endsOf(match[3]!).map(read).join('..')}`
}
