import { defineConfig } from 'vitest/config'

// A worker keeps what it has read for the next file: reading the program anew for each was a third of the time.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**'],
    setupFiles: ['test/support/same-cases.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 3,
    isolate: false,
  },
} as Parameters<typeof defineConfig>[0])
