import { Refusal } from './refusal.ts'

const SHORTEST = 12
const LONGEST = 200

/** A sign-in name as it is kept and looked up: small letters, one form of each letter. Refused where it is none. */
export function toSignInName(written: string): string {
  const name = written.normalize('NFKC').trim().toLowerCase()
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u.test(name)) throw new Refusal('invalid', 'refusal.sign-in-name')
  return name
}

/** A new password as it is hashed. Long is what counts; refused where it is short, much too long, or can be guessed from the name. */
export function toPassword(written: string, name: string): string {
  const password = written.normalize('NFKC')
  if ([...password].length < SHORTEST || password.length > LONGEST) throw new Refusal('invalid', 'refusal.password-short', { n: SHORTEST, most: LONGEST })
  if (password.toLowerCase().includes(name) || new Set(password).size < 5) throw new Refusal('invalid', 'refusal.password-plain')
  return password
}
