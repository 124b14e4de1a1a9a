/** A text as it is stored: NFC, line feeds only, no byte order mark, no NUL. Idempotent. */
export function normaliseText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .toWellFormed()
    .normalize('NFC')
}
