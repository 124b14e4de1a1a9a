/** A search was given up because it took too long: others wait for the same thread. */
export class TooMuch extends Error {}

/** Says whether so many milliseconds have passed since it was made. */
export function lateAfter(milliseconds: number): () => boolean {
  const began = performance.now()
  return () => performance.now() - began > milliseconds
}
