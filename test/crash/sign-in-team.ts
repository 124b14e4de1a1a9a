import { join } from 'node:path'
import { hashPassword } from '../../src/services/hash-password.ts'
import { beginSession } from '../../src/services/sign-in.ts'
import { insertAccount } from '../../src/storage/accounts.ts'
import { perform } from '../../src/storage/ledger.ts'
import { openHouse } from '../../src/storage/open.ts'
import type { Person } from './team.ts'

/** Give each of a team an account, a role in their study and a session, as where people sign in. Nobody must have the folder open. @returns them with their cookies */
export async function signInTeam(folder: string, people: readonly Person[]): Promise<Person[]> {
  const house = await openHouse(join(folder, 'utsaga.sqlite'))
  const passwordHash = await hashPassword('fyra gula cyklar', { N: 16, r: 1, p: 1 })
  const signedIn: Person[] = []
  for (const person of people) {
    const { id: projectId } = await house.read.selectFrom('project').select('id').where('slug', '=', person.slug).executeTakeFirstOrThrow()
    const { result: accountId } = await perform(house.write, { projectId: null, actorId: 1, kind: 'open-account' }, async (ledger) => {
      await ledger.insert('membership', { project_id: projectId, coder_id: person.id, role: 'researcher' })
      return insertAccount(ledger.trx, { coderId: person.id, name: `coder-${person.id}`, passwordHash })
    })
    signedIn.push({ ...person, cookie: `session=${await beginSession(house, { accountId, browser: 'soak' })}` })
  }
  await house.close()
  return signedIn
}
