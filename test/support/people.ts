import SQLite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Role } from '../../src/domain/role.ts'
import { hashPassword } from '../../src/services/hash-password.ts'
import { beginSession } from '../../src/services/sign-in.ts'
import { insertAccount } from '../../src/storage/accounts.ts'
import { perform } from '../../src/storage/ledger.ts'
import type { House } from '../../src/storage/open.ts'
import type { Access } from '../../src/web/env.ts'
import { openTestHouse, seedSmallStudy } from './house.ts'

export const PASSWORD = 'fyra gula cyklar'
/** Hashed at a cost that only tests would choose. */
const cheap = hashPassword(PASSWORD, { N: 16, r: 1, p: 1 })

/** Somebody who can sign in, with a role in some projects. `cookie`: of a session of theirs; `signIn` makes another. */
export async function addPerson(house: House, name: string, roles: Record<number, Role> = {}) {
  const passwordHash = await cheap
  const { result } = await perform(house.write, { projectId: null, actorId: 1, kind: 'open-account' }, async (ledger) => {
    const coderId = await ledger.insert('coder', { guid: crypto.randomUUID(), name, made_at: new Date().toISOString() })
    for (const [projectId, role] of Object.entries(roles)) await ledger.insert('membership', { project_id: Number(projectId), coder_id: coderId, role })
    return { coderId, accountId: await insertAccount(ledger.trx, { coderId, name: name.toLowerCase(), passwordHash }) }
  })
  const signIn = async () => `session=${await beginSession(house, { accountId: result.accountId, browser: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' })}`
  return { ...result, name: name.toLowerCase(), cookie: await signIn(), signIn }
}

const same = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'en' }

/** A house with a small study, browsers that keep their cookies, and a look into the database. */
export async function openPeopleHouse(access?: Access) {
  const opened = await openTestHouse(access ? { access } : {})
  const study = await seedSmallStudy(opened.house)
  /** A browser: its cookies are kept, and its forms sent. */
  const browser = (host = 'http://localhost', agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0') => {
    const cookies = new Map<string, string>()
    const ask = async (path: string, fields?: Record<string, string>, more: Record<string, string> = {}) => {
      const sent = { ...same, 'User-Agent': agent, Cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...more }
      const answer = await opened.app.request(host + path, {
        method: fields ? 'POST' : 'GET',
        headers: sent,
        ...(fields && { body: new URLSearchParams(fields) }),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)!
        if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
      return answer
    }
    return { ask, cookies }
  }
  const file = () => {
    const sqlite = new SQLite(opened.house.file, { readonly: true })
    onTestFinished(() => void sqlite.close())
    return sqlite
  }
  return { ...opened, study, browser, file }
}

export const statusAndPlace = (answer: Response) => [answer.status, answer.headers.get('Location')]
