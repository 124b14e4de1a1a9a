/** How long something took, many times over, in milliseconds (or another unit that the figure names), in ascending order. */
export type Sample = readonly number[]

/** The value that a share of the sample does not exceed. */
export function percentile(sample: Sample, share: number): number {
  return sample[Math.max(0, Math.ceil(sample.length * share) - 1)] ?? Number.NaN
}

/** Run `work` some times unmeasured, then `times` times. `work` says itself how long it took. */
export async function sampleOf(times: number, work: (nth: number) => Promise<number> | number, warmUp = Math.ceil(times / 5)): Promise<Sample> {
  const taken: number[] = []
  for (let nth = -warmUp; nth < times; nth++) {
    const took = await work(nth < 0 ? times - nth : nth)
    if (nth >= 0) taken.push(took)
  }
  return taken.sort((a, b) => a - b)
}

/** Milliseconds that a piece of work in this process takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Milliseconds of work in this process, whatever else the machine is doing: for what waits for nothing. */
export function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
