import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryOf, partsOf } from '../../src/exchange/multipart.ts'

const boundary = 'xYzZy'
const bodyOf = (files: readonly { name: string; bytes: Uint8Array }[]) =>
  Buffer.concat([
    ...files.flatMap(({ name, bytes }) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])

async function* chunked(body: Buffer, size: number) {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
}
async function read(body: AsyncIterable<Uint8Array>) {
  const files: { name: string | null; bytes: string }[] = []
  for await (const part of partsOf(body, boundary)) {
    const chunks: Buffer[] = []
    for await (const chunk of part.bytes) chunks.push(Buffer.from(chunk))
    files.push({ name: part.filename, bytes: Buffer.concat(chunks).toString('latin1') })
  }
  return files
}

const bytes = fc.array(fc.constantFrom(...Buffer.from('\r\n-xYzZy-a\0')), { maxLength: 30 }).map((list) => Uint8Array.from(list))

test('files come out byte for byte, however the stream was cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { maxLength: 4 }), fc.integer({ min: 1, max: 50 }), async (contents, size) => {
      fc.pre(contents.every((content) => !Buffer.from(content).toString('latin1').includes(`--${boundary}`)))
      const files = contents.map((content, at) => ({ name: `ö ${at}.txt`, bytes: content }))
      expect(await read(chunked(bodyOf(files), size))).toEqual(
        files.map(({ name, bytes: content }) => ({ name, bytes: Buffer.from(content).toString('latin1') })),
      )
    }),
    { numRuns: 300 },
  )
})

test('a body cut short is refused, at every place', async () => {
  const body = bodyOf([{ name: 'a.txt', bytes: Buffer.from('hej') }])
  for (let length = 0; length < body.length - 4; length++) await expect(read(chunked(body.subarray(0, length), 7))).rejects.toThrow('refusal.import-cut-off')
})

test('a head without end is refused before it fills the memory', async () => {
  async function* endless() {
    yield Buffer.from(`--${boundary}\r\nX: `)
    for (;;) yield Buffer.alloc(4096, 'a')
  }
  await expect(read(endless())).rejects.toThrow('refusal.malformed')
})

test('only a multipart form has a boundary', () => {
  expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b')
  expect(() => boundaryOf('text/plain')).toThrow('refusal.malformed')
  expect(() => boundaryOf(undefined)).toThrow('refusal.malformed')
})
