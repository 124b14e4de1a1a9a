/** Let waiting requests be answered before a long piece of work goes on. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
