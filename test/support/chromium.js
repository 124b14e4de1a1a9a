import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const usual = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/snap/bin/chromium']

/** The program of a Chromium or Chrome on this machine: `CHROMIUM` if it is set, else the first on the path. @returns {string | undefined} */
export function findChromium() {
  const told = process.env['CHROMIUM']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const wanted = told ? [told] : [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usual]
  return wanted.find(runs)
}

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
