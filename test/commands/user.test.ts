import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readAccess } from '../../src/commands/access.ts'
import { Usage } from '../../src/commands/command.ts'
import { user } from '../../src/commands/user.ts'
import { redeemAsNew, redeemReset } from '../../src/services/redeem.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'
import { PASSWORD } from '../support/people.ts'

async function commandLine() {
  const rooms = await openTestHouse()
  await seedSmallStudy(rooms.house)
  const folder = mkdtempSync(join(tmpdir(), 'utsaga-user-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const run = async (words: string, options: Record<string, string> = {}, json = false) => {
    let printed = ''
    const { house, pool, searcher } = rooms
    const print = (text: string) => {
      printed += text
    }
    await user.run({ house, pool, searcher, folder, say: sayIn('en'), language: 'en', options, words: words.split(' ').filter(Boolean), json, print })
    return printed
  }
  const tokenIn = (printed: string) => /\/invitations\/([\w-]{43})/.exec(printed)![1]!
  return { ...rooms, run, tokenIn }
}

test('users are added by a link, listed, given roles, reset and closed, and nothing of a password is written or printed', async () => {
  const { house, run, tokenIn } = await commandLine()
  expect(await run('list')).toContain('utsaga user add')
  await expect(run('add', { project: 'never-was', role: 'owner' })).rejects.toMatchObject({ key: 'refusal.no-project' })
  const first = await run('add', { url: 'https://utsaga.example.org' })
  expect(first).toContain('https://utsaga.example.org/invitations/')
  await redeemAsNew(house, tokenIn(first), { name: 'anna', called: 'Anna', password: PASSWORD, browser: '' })
  const link = JSON.parse(await run('add', { project: 'night-shift', role: 'reader' }, true)) as { link: string; expiresAt: string }
  expect(Date.parse(link.expiresAt)).toBeGreaterThan(Date.now())
  await redeemAsNew(house, tokenIn(link.link), { name: 'bo', called: 'Bo', password: PASSWORD, browser: '' })
  expect(await run('role bo elsewhere supervisor')).toBe('bo is now supervisor in elsewhere.\n')
  const listed = JSON.parse(await run('list', {}, true)) as unknown[]
  expect(listed).toEqual([
    { name: 'anna', coder: 'Anna', disabled: false, madeAt: expect.any(String), roles: { 'night-shift': 'owner', elsewhere: 'owner' } },
    { name: 'bo', coder: 'Bo', disabled: false, madeAt: expect.any(String), roles: { 'night-shift': 'reader', elsewhere: 'supervisor' } },
  ])
  expect(await run('role bo elsewhere none')).toBe('bo is no longer in elsewhere.\n')
  expect(await run('close bo')).toContain('closed')
  await expect(redeemReset(house, tokenIn(await run('reset bo')), { password: 'sex nya hus på rad', browser: '' })).rejects.toMatchObject({
    key: 'refusal.no-invitation',
  })
  await run('open BO')
  await redeemReset(house, tokenIn(await run('reset Bo')), { password: 'sex nya hus på rad', browser: '' })
  await expect(run('reset nobody')).rejects.toMatchObject({ key: 'refusal.no-account' })
  for (const wrong of ['', 'toString', 'add x', 'role bo', 'role bo elsewhere king', 'list x']) await expect(run(wrong), wrong).rejects.toBeInstanceOf(Usage)
  await expect(run('add', { project: 'night-shift' })).rejects.toBeInstanceOf(Usage)
})

test('beyond this computer people sign in, and the address must be known', () => {
  expect(readAccess({}).access).toMatchObject({ accounts: false, address: undefined })
  const open = readAccess({ host: '192.168.1.5' })
  open.listensAt(4000)
  expect([open.access.accounts, open.access.address?.href]).toEqual([true, 'http://192.168.1.5:4000/'])
  expect(() => readAccess({ host: '0.0.0.0' })).toThrow('refusal.address-needed')
  const behind = readAccess({ url: 'https://utsaga.example.org', 'trusted-proxy': '127.0.0.1' })
  expect(behind).toMatchObject({ host: '127.0.0.1', access: { accounts: true, trustedProxy: '127.0.0.1' } })
  expect(behind.access.address?.origin).toBe('https://utsaga.example.org')
  for (const url of ['utsaga.example.org', 'https://utsaga.example.org/under', 'ftp://x', 'https://a@b'])
    expect(() => readAccess({ url }), url).toThrow('refusal.bad-address')
  expect(() => readAccess({ 'trusted-proxy': 'nginx' })).toThrow(Usage)
})
