// What `npm test` runs: installs what is missing, then types, lint, dead code, tests, and tests in a real browser.
// Plain JavaScript on Node's own modules, so that it works on a fresh clone. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { installMissing } from '../src/start.js'
import { findChromium } from './support/chromium.js'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }} FileResult */

const root = resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'utsaga-test-'))
/** @type {{ name: string, count: Count, seconds: number }[]} */
const done = []
/** @type {string[]} */
const failures = []

/** @param {string} name @param {() => Count} work */
function step(name, work) {
  console.log(`\n── ${name} ──`)
  const began = performance.now()
  const count = work()
  done.push({ name, count, seconds: (performance.now() - began) / 1000 })
}

/** Run a program of an installed package. @param {string} name @param {string} program @param {string[]} words @returns {number} its exit status */
function runPackage(name, program, words) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = join(folder, typeof bin === 'string' ? bin : bin[program])
  return spawnSync(process.execPath, [file, ...words], { cwd: root, stdio: 'inherit' }).status ?? 1
}

/** A check counts as one test. @param {string} name @param {string} program @param {string[]} words @returns {Count} */
function check(name, program, words) {
  const status = runPackage(name, program, words)
  if (status !== 0) failures.push(program)
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }
}

/** A file of tests that can't even be read counts as one failed. @param {string} config @returns {Count} */
function testFiles(config) {
  const report = join(scratch, `${config}.json`)
  const status = runPackage('vitest', 'vitest', ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: FileResult[] }} */
  let found
  try {
    found = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    failures.push(`${config}: its tests were not run to their end`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  failures.push(...found.testResults.flatMap(failuresIn))
  const unread = found.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const failed = found.numFailedTests + unread
  return { passed: found.numPassedTests, failed: status !== 0 && failed === 0 ? 1 : failed, skipped: found.numPendingTests }
}

/** A line for each test that failed, with the first words of why: what a log that is cut short must still say. @param {FileResult} file @returns {string[]} */
function failuresIn(file) {
  const name = relative(root, file.name)
  const failed = file.assertionResults.filter(({ status }) => status === 'failed')
  if (file.status === 'failed' && file.assertionResults.length === 0) return [`${name}: ${firstLine(file.message)}`]
  return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLine(failureMessages[0])}`)
}

/** @param {string | undefined} message */
function firstLine(message) {
  return (message ?? '').split('\n').slice(0, 3).join(' ').slice(0, 300)
}

/** @returns {Count} */
function browserTests() {
  if (findChromium()) return testFiles('vitest.browser.config.ts')
  const required = process.env['UTSAGA_REQUIRE_BROWSER'] === '1'
  console.log('!'.repeat(78))
  console.log(`!!  BROWSER TESTS ${required ? 'FAILED' : 'SKIPPED'}: no Chromium was found on this machine.`)
  console.log('!!  Install Chromium or Chrome (or set CHROMIUM to its program) and run again.')
  console.log('!'.repeat(78))
  return { passed: 0, failed: required ? 1 : 0, skipped: required ? 0 : 1 }
}

installMissing()
step('types', () => check('typescript', 'tsc', ['--noEmit']))
step('lint', () => check('@biomejs/biome', 'biome', ['check', '.']))
step('dead code', () => check('knip', 'knip', []))
step('unit and HTTP tests', () => testFiles('vitest.config.ts'))
step('browser tests', browserTests)
rmSync(scratch, { recursive: true, force: true })

console.log('')
for (const { name, count, seconds } of done) {
  const skipped = count.skipped > 0 ? `, ${count.skipped} SKIPPED` : ''
  console.log(`${name.padEnd(20)} ${count.passed} passed, ${count.failed} failed${skipped}  (${seconds.toFixed(1)} s)`)
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((one) => `  ${one}`).join('\n')}`)
const sum = (/** @type {keyof Count} */ what) => done.reduce((total, { count }) => total + count[what], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
