import { createHash, randomBytes } from 'node:crypto'

/** A secret that nobody guesses (256 bits), for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. It needs no salt and no slow hash: there is nothing to guess in it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
