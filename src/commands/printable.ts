/** The text of a file that is no binary one, for programs to read: without the mark by which spreadsheets know UTF-8. */
export function printable(bytes: Uint8Array | string): string {
  return (typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).replace(/^\uFEFF/, '')
}
