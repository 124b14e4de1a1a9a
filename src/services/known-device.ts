import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { findAccountByName } from '../storage/accounts.ts'
import type { House } from '../storage/open.ts'
import { whoHolds } from './sign-in.ts'
import { newToken } from './token.ts'

/** What stands in for an account that is not there, so that it takes as long. */
const nobody = newToken()

/**
 * What a browser keeps to be known as one where somebody has signed in: a number and its HMAC-SHA256 under the kept hash of their password, so that it holds until that is
 * another. It opens nothing; it only lets tries from there be counted apart from those of strangers.
 */
export type KnownDevice = { readonly accountId: number; readonly token: string }

/** The browser that holds a session is known from now on. */
export async function knowDevice(house: House, sessionToken: string): Promise<KnownDevice | undefined> {
  const held = await whoHolds(house, sessionToken, '')
  const account = held && (await findAccountByName(house.write, held.accountName))
  if (!account) return undefined
  const number = randomBytes(12).toString('base64url')
  return { accountId: account.id, token: `${number}.${mark(number, account.passwordHash)}` }
}

/** Whether somebody who signs in by a name has done so in this browser before. `tokenOf`: what it keeps of an account. @returns the browser's number */
export async function deviceKnownTo(house: House, name: string, tokenOf: (accountId: number) => string | undefined): Promise<string | undefined> {
  const account = await findAccountByName(house.read, name.normalize('NFKC').trim().toLowerCase())
  const [number = '', kept = ''] = (tokenOf(account?.id ?? 0) ?? '').slice(0, 200).split('.')
  const right = Buffer.from(mark(number, account?.passwordHash ?? nobody))
  const said = Buffer.from(kept)
  return said.length === right.length && timingSafeEqual(said, right) && account ? number : undefined
}

function mark(number: string, key: string): string {
  return createHmac('sha256', key).update(`device ${number}`).digest('base64url')
}
