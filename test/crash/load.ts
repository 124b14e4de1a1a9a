import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Server } from '../support/server.ts'
import { promisedBy, type TeamWork } from './team.ts'

/** The size of a server, once a second, after what nobody needs any more was let go: bytes of its heap, and resident. */
export type Size = { heap: number; rss: number }

/** Watch a server while a team works for so many seconds. @returns its sizes */
export async function watchWork(server: Server, work: TeamWork, seconds: number): Promise<Size[]> {
  const sizes: Size[] = []
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    await wait(Math.min(Math.max(1000, seconds * 20), until - performance.now()))
    const { heapUsed, rss } = await server.delay('collect')
    sizes.push({ heap: heapUsed, rss })
  }
  work.stop()
  await work.done
  return sizes
}

/** Bytes that it grew by from the middle to the end: medians, so that one moment more or less is no matter. */
export function growth(sizes: readonly number[]): number {
  const part = (from: number, to: number) => sizes.slice(Math.floor(sizes.length * from), Math.max(1, Math.floor(sizes.length * to)))
  return quantile(part(0.8, 1), 0.5) - quantile(part(0.4, 0.6), 0.5)
}

/** The value that such a share of them is at most. */
export function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}

/** Acts in the history that nobody was answered, or answers without an act: how many by each coder, where nothing was killed. `folder` of a server that has stopped. */
export function unlikeLedger(sqlite: { prepare(query: string): { get(...values: unknown[]): unknown } }, work: TeamWork, since: number): string[] {
  const count = sqlite.prepare('select count(*) as n from act where actor_id = ? and id > ?')
  return [...work.acts].flatMap(([coder, answered]) => {
    const { n } = count.get(coder, since) as { n: number }
    return n === answered ? [] : [`coder ${coder}: ${answered} acts answered with success, ${n} in the history`]
  })
}

/** Everything that went wrong with what the team did, but for what the database says. */
export function faultsOf(work: TeamWork): string[] {
  return [...work.faults, ...work.streams.flatMap((stream) => stream.fault() ?? [])]
}

/** Milliseconds of processor time that each answer cost, with the streams and all else that was done meanwhile. */
export function perRequest(work: TeamWork, milliseconds: number): number {
  return milliseconds / Math.max(1, work.acting.length + work.catchingUp.length + work.reading.length)
}

/** A line of figures for people to read. */
export function figuresOf(work: TeamWork, sizes: readonly Size[]): string {
  const times = (name: string, all: readonly number[]) =>
    `${name} ${all.length}: p50 ${quantile(all, 0.5).toFixed(0)}, p95 ${quantile(all, 0.95).toFixed(0)}, p99 ${quantile(all, 0.99).toFixed(0)}, max ${quantile(all, 1).toFixed(0)} ms`
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  const last = sizes.at(-1) ?? { heap: 0, rss: 0 }
  const grew = { heap: growth(sizes.map(({ heap }) => heap)), rss: growth(sizes.map(({ rss }) => rss)) }
  return [
    times('acts', work.acting),
    times('catch-ups', work.catchingUp),
    times('pages', work.reading),
    `${promisedBy(work).codings.length} codings promised, ${work.refused} refused for haste, ${work.streams.filter((stream) => stream.told() > 0).length} of ${work.streams.length} streams told of acts`,
    `heap ${megabytes(last.heap)} (${megabytes(grew.heap)} more than half-way), resident ${megabytes(last.rss)} (${megabytes(grew.rss)} more)`,
    `this machine: load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`,
  ].join('\n')
}
