import { expect, test } from 'vitest'
import { Tries } from '../../src/domain/tries.ts'

const MINUTE = 60_000
const stranger = { name: 'anna', device: undefined }

test('whoever tries at a name makes that name wait from their address alone, and longer each time', () => {
  const tries = new Tries()
  for (let nth = 0; nth < 10; nth++) expect(tries.password({ ...stranger, address: 'there' }, 0).wait).toBe(0)
  expect(tries.password({ ...stranger, address: 'there' }, 0).wait).toBe(15 * MINUTE)
  expect(tries.password({ ...stranger, address: 'home' }, 0).wait).toBe(0)
  expect(tries.password({ ...stranger, name: 'bo', address: 'there' }, 0).wait).toBe(0)
  for (let nth = 0; nth < 10; nth++) tries.password({ ...stranger, address: 'there' }, 15 * MINUTE)
  expect(tries.password({ ...stranger, address: 'there' }, 15 * MINUTE).wait).toBe(30 * MINUTE)
})

test('who has a thousand addresses tries a hundred times an hour at a name; a known browser waits for none of them, and has ten tries of its own', () => {
  const tries = new Tries()
  const passed = Array.from({ length: 1000 }, (_, nth) => tries.password({ ...stranger, address: `${nth}` }, 0).wait === 0)
  expect(passed.filter(Boolean)).toHaveLength(100)
  expect(tries.password({ ...stranger, address: 'home' }, 0).wait).toBe(60 * MINUTE)
  for (let nth = 0; nth < 10; nth++) expect(tries.password({ name: 'anna', address: 'home', device: 'hers' }, 0).wait).toBe(0)
  expect(tries.password({ name: 'anna', address: 'home', device: 'hers' }, 0).wait).toBe(15 * MINUTE)
})

test('an address has forty tries at names and links together, and what it is refused counts at no name', () => {
  const tries = new Tries()
  for (let nth = 0; nth < 35; nth++) tries.link('there', 0)
  for (let nth = 0; nth < 200; nth++) tries.password({ ...stranger, address: 'there' }, 0)
  expect(tries.link('there', 0)).toBe(5 * MINUTE)
  expect(tries.password({ ...stranger, address: 'home' }, 0).wait).toBe(0)
})

test('who knew the password has all tries again from there; the address and the name are forgiven by time alone', () => {
  const tries = new Tries()
  for (let nth = 0; nth < 39; nth++) tries.password({ ...stranger, address: 'there' }, 0).forgive()
  expect(tries.password({ ...stranger, address: 'there' }, 0).wait).toBe(0)
  expect(tries.password({ ...stranger, address: 'there' }, 0).wait).toBe(5 * MINUTE)
})
