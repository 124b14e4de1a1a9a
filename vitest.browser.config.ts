import { defineConfig } from 'vitest/config'

/** Tests in a real Chromium, two files at a time: most of their time is waiting. What they bound by the clock has room for that. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/demo-template.ts'],
    setupFiles: ['test/support/end-browser.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    maxWorkers: 2,
  },
} as Parameters<typeof defineConfig>[0])
