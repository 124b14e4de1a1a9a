import { Attempts } from './attempts.ts'

const MINUTE = 60_000

/** Who tries a password: where from, at whose name, and by which number where that person has signed in there before. */
export type Try = { readonly address: string; readonly name: string; readonly device: string | undefined }
/** `wait`: milliseconds; 0 where the try is let through. `forgive`: what was tried from here no longer counts, for whoever knew the password. */
export type Counted = { readonly wait: number; readonly forgive: () => void }

/**
 * Tries at passwords and links: enough for anybody who has forgotten theirs, far too few to guess one of twelve letters. Whoever is known to be where they have signed in before
 * is counted by that alone, so that nobody can lock them out; all others by where they come from, then by whose it is. What is refused by one is not counted by the next.
 */
export class Tries {
  /** A whole department may share one address. It is forgiven by time alone, else one's own account would open the way to others'. */
  readonly #address = new Attempts({ most: 40, milliseconds: 5 * MINUTE })
  /** At one name from one address: whoever tries at another's name makes their own address wait. */
  readonly #nameThere = new Attempts({ most: 10, milliseconds: 15 * MINUTE, longest: 240 * MINUTE })
  /** At one name from wherever it be: who has many addresses does not get many times as many. */
  readonly #name = new Attempts({ most: 100, milliseconds: 60 * MINUTE })
  readonly #device = new Attempts({ most: 10, milliseconds: 15 * MINUTE, longest: 240 * MINUTE })

  link(address: string, now: number): number {
    return this.#address.count(address, now)
  }

  password({ address, name, device }: Try, now: number): Counted {
    if (device !== undefined) return { wait: this.#device.count(device, now), forgive: () => this.#device.forgive(device) }
    const there = `${address} ${name}`
    const wait = this.#address.count(address, now) || this.#nameThere.count(there, now) || this.#name.count(name, now)
    return { wait, forgive: () => this.#nameThere.forgive(there) }
  }
}
