/** Of some words those that hold no other of them: what holds a longer one holds a shorter. */
export function fewest(words: readonly string[]): string[] {
  const different = [...new Set(words)]
  return different.filter((one) => !different.some((other) => other !== one && one.includes(other)))
}
