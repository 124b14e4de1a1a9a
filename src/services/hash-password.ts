import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** `N`, `r`, `p` of scrypt (RFC 7914). One hash takes 128 · N · r bytes, and p times as long as one pass over them. */
type Cost = { N: number; r: number; p: number }
/** OWASP's Password Storage Cheat Sheet: 2^15, 8, 3 is as strong as 2^17, 8, 1 in a quarter of the memory. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 }
const BYTES = 32
/** Hashes made at a time: each takes 32 MB and one of the four threads that files are read with too. */
const AT_ONCE = 2

/** A password as it is kept: `scrypt$N$r$p$salt$hash`, so that one made at another cost can still be verified. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether a password is the one kept, in constant time. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const { salt, hash, ...cost } = read(kept)
  return timingSafeEqual(await derive(password.normalize('NFKC').slice(0, 1000), salt, cost), hash)
}

/** Whether a kept hash was made at another cost than hashes are made at now. */
export function isOutdated(kept: string): boolean {
  const { N, r, p } = read(kept)
  return N !== COST.N || r !== COST.r || p !== COST.p
}

function read(kept: string): Cost & { salt: Buffer; hash: Buffer } {
  const [, N, r, p, salt = '', hash = ''] = kept.split('$')
  return { N: Number(N), r: Number(r), p: Number(p), salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') }
}

let running = 0
const waiting: (() => void)[] = []

/** In the threads of libuv, few at a time: the event loop goes on, and so do files. */
async function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
    return await new Promise((resolve, reject) => scrypt(password, salt, BYTES, options, (error, hash) => (error ? reject(error) : resolve(hash))))
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
