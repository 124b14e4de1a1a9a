/** What systems and programs leave in folders and archives, and nobody means to import. */
const CLUTTER = /^(\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i
const LONGEST = 300

/**
 * A file's name with the folders it lay in ("grupp A/intervju 1.docx"), to be shown: without a drive, steps upwards, or
 * characters that don't print. Nothing is ever written by it.
 */
export function shownPath(path: string): string {
  const steps = path
    .normalize('NFC')
    .replace(/^[a-z]:(?=[/\\])/i, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[/\\]/)
    .map((step) => step.trim())
    .filter((step) => step !== '' && step !== '.' && step !== '..')
  return steps.join('/').slice(-LONGEST) || '–'
}

/** Whether a file, or a folder it lies in, is hidden or a system's own. */
export function isClutter(path: string): boolean {
  return shownPath(path)
    .split('/')
    .some((step) => CLUTTER.test(step))
}
