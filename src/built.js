// The program as Node reads it fastest: its TypeScript joined into a few files, made anew by itself whenever a letter of it has changed.
// Plain JavaScript, so that it works before any TypeScript can be read.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const rooms = ['src', 'views', 'migrations']
/** A program that still runs reads parts of its own build when they are first asked for. */
const KEPT = 3
/** Packages of so many small files that every thread would be long in reading them. */
const JOINED = ['kysely', 'snowball-stemmers']

/**
 * The folder of the built program, made if there is none of exactly these texts; undefined where nothing can be written.
 * It lies as deep in the project as the files that it is made of, so that what they read beside them is found.
 * @param {string} root of the project @returns {Promise<string | undefined>}
 */
export async function builtProgram(root) {
  const folder = join(root, '.built', digestOf(root))
  if (existsSync(folder)) return folder
  try {
    await build(root, folder)
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EEXIST', 'ENOTDIR'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return undefined
    throw error
  }
  forgetOlder(root, folder)
  return folder
}

/** Every letter of the program, and the packages that build and serve it. @param {string} root */
function digestOf(root) {
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const file of ['tsconfig.json', 'src/built.js']) digest.update(readFileSync(join(root, file)))
  for (const room of rooms)
    for (const name of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.tsx?$/.test(name)) digest.update(`\0${room}/${name}\0`).update(readFileSync(join(root, room, name)))
  return digest.digest('hex').slice(0, 16)
}

/** Beside, then renamed: a build is whole or not there, whoever else starts meanwhile. @param {string} root @param {string} folder */
async function build(root, folder) {
  mkdirSync(join(root, '.built'), { recursive: true })
  const beside = mkdtempSync(`${folder}-`)
  const esbuild = await import('esbuild')
  const migrations = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.ts'))
  try {
    esbuild.buildSync({
      absWorkingDir: root,
      entryPoints: {
        main: 'src/main.ts',
        start: 'src/workers/worker.ts',
        'search-start': 'src/workers/search-thread.ts',
        ...Object.fromEntries(migrations.map((name) => [`migrations/${name.replace(/\.ts$/, '')}`, `migrations/${name}`])),
      },
      outdir: beside,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      external: separate(root),
      sourcemap: 'linked',
      logLevel: 'silent',
    })
    // A folder made beside is its maker's alone: who starts a program that somebody else installed reads it too.
    chmodSync(beside, 0o755)
    renameSync(beside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}

/** Packages that stay as they are. @param {string} root */
function separate(root) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(dependencies).filter((name) => !JOINED.includes(name))
}

/** @param {string} root @param {string} newest */
function forgetOlder(root, newest) {
  const others = readdirSync(join(root, '.built'))
    .map((name) => join(root, '.built', name))
    .filter((folder) => folder !== newest)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of others.slice(KEPT - 1)) rmSync(folder, { recursive: true, force: true })
}
