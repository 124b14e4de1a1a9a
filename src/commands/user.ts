import { Refusal } from '../domain/refusal.ts'
import { type Role, roles } from '../domain/role.ts'
import { findProject } from '../services/find-project.ts'
import { inviteFirst, invitePerson, inviteReset, type Link } from '../services/invite.ts'
import { localCoder } from '../services/local-coder.ts'
import { anybodyHere, listPeople, setDisabled, setRole } from '../services/people.ts'
import { type Command, type Context, Usage } from './command.ts'

const options = { project: { type: 'string' }, role: { type: 'string' }, url: { type: 'string' } } as const
const HERE = 'http://127.0.0.1:3000'

/** Those who can sign in: let somebody in by a link, list them, say what they may do in a project, give them a link to a new password, close an account. No password stands on a command line. */
export const user: Command = {
  usage: `user add [--project SLUG --role ${roles.join('|')}] | list | role NAME PROJECT ${roles.join('|')}|none | reset NAME | close NAME | open NAME [--url ADDRESS]`,
  options,
  async run(context) {
    const [what = '', ...words] = context.words
    const known = { add, list, role: giveRole, reset, close, open } as Record<string, (context: Context, words: string[]) => Promise<void>>
    if (!Object.hasOwn(known, what)) throw new Usage()
    await known[what]!(context, words)
  },
}

async function add(context: Context, words: string[]): Promise<void> {
  const { house, options: given } = context
  if (words.length > 0 || (given['project'] === undefined) !== (given['role'] === undefined)) throw new Usage()
  const role = given['role'] === undefined ? undefined : roleNamed(String(given['role']))
  const into = role === undefined ? null : { projectId: (await findProject(house, String(given['project']))).id, role }
  // The first one owns all that is here; there is nobody yet who could be let into a project.
  if (!(await anybodyHere(house))) return printLink(context, await inviteFirst(house))
  printLink(context, await invitePerson(house, { byId: (await localCoder(house)).id, into }))
}

async function list({ house, say, json, print }: Context, words: string[]): Promise<void> {
  if (words.length > 0) throw new Usage()
  const people = await listPeople(house)
  if (json) return print(`${JSON.stringify(people)}\n`)
  if (people.length === 0) return print(`${say('cli.no-accounts')}\n`)
  for (const { name, coder, disabled, roles } of people)
    print(
      `${[name, coder, disabled ? say('people.closed') : '', ...Object.entries(roles).map(([slug, role]) => `${slug}:${role}`)].filter(Boolean).join('\t')}\n`,
    )
}

async function giveRole({ house, say, json, print }: Context, words: string[]): Promise<void> {
  const [name, slug, written] = words
  if (words.length !== 3 || !name || !slug || !written) throw new Usage()
  const role = written === 'none' ? null : roleNamed(written)
  const { id } = await findProject(house, slug)
  await setRole(house, { projectId: id, byId: (await localCoder(house)).id, name, role })
  if (json) return print(`${JSON.stringify({ name, project: slug, role })}\n`)
  print(`${role === null ? say('cli.role-none', { name, slug }) : say('cli.role-set', { name, slug, role: say(`people.role-${role}`).toLocaleLowerCase() })}\n`)
}

async function reset(context: Context, words: string[]): Promise<void> {
  const [name] = words
  if (words.length !== 1 || !name) throw new Usage()
  printLink(context, await inviteReset(context.house, { name: name.normalize('NFKC').trim().toLowerCase(), byId: (await localCoder(context.house)).id }))
}

const close = (context: Context, words: string[]) => setClosed(context, words, true)
const open = (context: Context, words: string[]) => setClosed(context, words, false)

async function setClosed({ house, say, json, print }: Context, words: string[], closed: boolean): Promise<void> {
  const [name] = words
  if (words.length !== 1 || !name) throw new Usage()
  await setDisabled(house, name, closed)
  print(json ? `${JSON.stringify({ name, disabled: closed })}\n` : `${say(closed ? 'cli.account-closed' : 'cli.account-open', { name })}\n`)
}

function roleNamed(written: string): Role {
  const role = roles.find((one) => one === written)
  if (!role) throw new Usage()
  return role
}

function printLink({ options: given, say, json, print }: Context, { path, expiresAt }: Link): void {
  const written = String(given['url'] ?? HERE)
  if (!URL.canParse(written)) throw new Refusal('invalid', 'refusal.bad-address', { address: written })
  const link = new URL(path, written).href
  print(json ? `${JSON.stringify({ link, expiresAt })}\n` : `${say('cli.invitation', { link, when: expiresAt.slice(0, 16).replace('T', ' ') })}\n`)
}
