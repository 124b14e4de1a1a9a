#!/usr/bin/env node
// The door of the house: installs what is missing, then runs the command line in this process.
// Plain JavaScript on Node's own modules, so that it works before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { builtProgram } from './built.js'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.utsaga-installed')

/** Install the packages of the lock file where they are missing or of another lock file. Says what it does on standard error. */
export function installMissing() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Utsaga needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org and try again.`)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedStamp()) return
  // Packages that are a link are somebody else's: installing would empty them.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return
  console.error('Installing what Utsaga needs, once. This takes a minute …')
  const prefix = resolve(process.execPath, '../..')
  const headers = existsSync(join(prefix, 'include/node/node.h')) ? { npm_package_config_node_gyp_nodedir: prefix } : {}
  const npm = process.env['npm_execpath']
  const command = npm ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const install = spawnSync(command[0] ?? 'npm', [...command.slice(1), 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !npm && process.platform === 'win32',
    env: { ...process.env, ...headers },
  })
  if (install.status !== 0)
    stop(
      'The installation failed; the lines above say why. Utsaga needs a network connection this one time, and a C++ compiler where no ready-made SQLite fits.',
    )
  noteInstalled()
}

/** Note that the packages are those of the lock file: called where somebody else has installed them, as in a container. */
export function noteInstalled() {
  writeFileSync(stamp, wantedStamp())
}

function wantedStamp() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex')
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Run the command line in this process. */
async function runProgram() {
  const folder = await builtProgram(root)
  if (!folder) return await run('src/main.ts')
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(join(folder, 'main.js')).href)
}

/** Run a TypeScript file of the project in this process, as it stands. @param {string} file path from the project's root */
async function run(file) {
  process.env['TSX_TSCONFIG_PATH'] = join(root, 'tsconfig.json')
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(join(root, file)).href)
}

const called = process.argv[1] ? realpathSync(process.argv[1]) : ''
if (called === fileURLToPath(import.meta.url)) {
  installMissing()
  const script = process.argv.indexOf('--script')
  if (script > 0) {
    const [, file = ''] = process.argv.splice(script, 2)
    await run(file)
  } else await runProgram()
}
