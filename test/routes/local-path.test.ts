import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from '../../src/web/local-path.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

test('a path of this site stays what it is, and is written so that a header holds it', () => {
  expect(localPath('/projects/a/sources/1?at=3-9#st-2', '/')).toBe('/projects/a/sources/1?at=3-9#st-2')
  expect(localPath('/projects/a/quotations?filter=hyra%20OR%20"ö–"', '/')).toBe('/projects/a/quotations?filter=hyra%20OR%20%22%C3%B6%E2%80%93%22')
})

test('an address elsewhere, or one that a browser would read as such, is not taken', () => {
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    'https://evil.example',
    'evil',
    '',
    undefined,
  ])
    expect(localPath(path, '/home'), path).toBe('/home')
})

test('whatever is named, what comes of it is of this site and can stand in a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('/', '/\\', '//', '/a?b=', '/.', '/%2f', ''), (words, before) => {
      const path = localPath(before + words, '/home')
      expect(new URL(path, 'http://here').origin).toBe('http://here')
      expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/)
    }),
    { numRuns: 100 },
  )
})

test('an act that names such a way back is answered, with and without htmx', async () => {
  const { house, post } = await openTestHouse()
  await seedSmallStudy(house)
  for (const back of ['/–', '/\u0001', '/\u007f', '/å', '/\u{1f600}'])
    for (const more of [{}, { 'HX-Request': 'true' }]) {
      const answer = await post(`/settings/theme?back=${encodeURIComponent(back)}`, { theme: 'dark' }, more)
      expect(answer.status, back).toBe(303)
      expect(answer.headers.get('Location')).toMatch(/^\/[\x21-\x7e]*$/)
    }
})
