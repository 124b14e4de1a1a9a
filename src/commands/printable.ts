/** The text of a file that is no binary one, for programs to read: without the mark by which spreadsheets know UTF-8. */
export function printable(bytes: Uint8Array | string): string {
  return (typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).replace(/^\uFEFF/, '')
}

/** The same of a file as it comes. */
export async function* printedPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder()
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
