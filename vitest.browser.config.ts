import { defineConfig } from 'vitest/config'

/** Tests in a real Chromium. One at a time: they measure, and they share a machine with the server they look at. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/browser/**/*.test.ts'],
    setupFiles: ['test/support/end-browser.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    maxWorkers: 1,
  },
} as Parameters<typeof defineConfig>[0])
