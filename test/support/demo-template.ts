import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demo study as it is made, to be copied. */
    demoFolder: string
  }
}

/** Make the demo study once for all files that serve it. @returns what takes it away */
export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-demo-'))
  execFileSync(process.execPath, ['src/start.js', 'demo', '--data', folder], { stdio: 'ignore' })
  provide('demoFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
