import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../testing/desk.server.ts'
import { networkOf } from './network.ts'
import { openSignInTest, type SignInTest } from '../testing/sign-in-test.server.ts'
import { answerTo, signInLimits, underWay } from './tries.ts'

let at: SignInTest
beforeAll(async () => {
  at = await openSignInTest()
  for (const who of ['omar', 'jana', 'salma'] as const) await at.givePassword(who, 'the right password')
})
afterAll(() => at.close())

const codes = async (answers: Promise<unknown>[]) => {
  const all = await Promise.all(
    answers.map((one) =>
      one.then(
        () => 'in',
        (error: { code: string }) => error.code,
      ),
    ),
  )
  return Object.fromEntries([...new Set(all)].sort().map((code) => [code, all.filter((one) => one === code).length]))
}

test('the sixth try at an account within a quarter of an hour is not looked at, right or wrong', async () => {
  for (let n = 0; n < 5; n++)
    expect(await refusalOf(at.signIn('omar@example.com', 'wrong'))).toMatchObject({ code: 'wrongCredentials' })
  const refused = await refusalOf(at.signIn('omar@example.com', 'the right password'))
  expect(refused).toMatchObject({ code: 'tooManyTries', status: 429 })
  const { retryAfterSeconds } = refused.details as { retryAfterSeconds: number }
  expect(retryAfterSeconds).toBeGreaterThan(14 * 60)
  expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60)
  at.clock.move(15 * 60_000)
  expect((await at.signIn('omar@example.com', 'the right password')).status).toBe(200)
})

test('an account that does not exist is counted like one that does', async () => {
  for (let n = 0; n < 5; n++) await refusalOf(at.signIn('nobody@example.com', 'wrong'))
  expect(await refusalOf(at.signIn('nobody@example.com', 'wrong'))).toMatchObject({ code: 'tooManyTries' })
})

test('twenty wrong tries at the same moment: five are looked at', async () => {
  const tries = Array.from({ length: 20 }, () => at.signIn('jana@example.com', 'wrong', '198.51.100.1'))
  expect(await codes(tries)).toEqual({ tooManyTries: 15, wrongCredentials: 5 })
})

test('twenty right ones at the same moment all come in, and again', { tags: 'long' }, async () => {
  for (let round = 0; round < 2; round++) {
    const tries = Array.from({ length: 20 }, () => at.signIn('salma@example.com', 'the right password', '198.51.100.2'))
    expect(await codes(tries)).toEqual({ in: 20 })
  }
  const left = await at.database.primary
    .selectFrom('failed_try')
    .select('id')
    .where('bucket', 'like', '%198.51.100.2')
    .execute()
  expect(left).toEqual([])
})

test('a network that failed a hundred times waits, whichever account it tries next', async () => {
  const now = at.clock.now()
  const bucket = `network:${networkOf('2001:db8:1:2::77')}`
  const rows = Array.from({ length: 100 }, () => ({ id: crypto.randomUUID(), bucket, at: now }))
  await at.database.primary.insertInto('failed_try').values(rows).execute()
  const other = '2001:db8:1:2:ffff::1'
  expect(await refusalOf(at.signIn('salma@example.com', 'the right password', other))).toMatchObject({
    code: 'tooManyTries',
  })
  expect((await at.signIn('salma@example.com', 'the right password', '2001:db8:1:3::1')).status).toBe(200)
})

test('a failure of ours is nobody’s wrong password', async () => {
  const broken = at.openFor()
  await at.database.primary
    .updateTable('account')
    .set({ password: 'not a hash' })
    .where('user_id', '=', at.ids.salma)
    .execute()
  for (let n = 0; n < 6; n++) {
    const request = at.signInRequest('salma@example.com', 'the right password')
    await expect(broken.handle(request, '203.0.113.9')).rejects.not.toMatchObject({ code: 'tooManyTries' })
  }
})

test('tries under way count as failed for who comes late, and are waited for', () => {
  const [account] = signInLimits('a@example.com', '192.0.2.1')
  const now = new Date('2026-03-02T09:00:00Z')
  const entries = (bucket: string, count: number, ageMs = 0) =>
    Array.from({ length: count }, () => ({ bucket, at: new Date(now.getTime() - ageMs) }))
  const way = underWay(account!.bucket)
  expect(answerTo(account!, [...entries(account!.bucket, 3), ...entries(way, 1)], now)).toEqual({ may: 'go' })
  expect(answerTo(account!, [...entries(account!.bucket, 3), ...entries(way, 2)], now)).toEqual({ may: 'wait' })
  expect(answerTo(account!, entries(account!.bucket, 5), now)).toEqual({ may: 'not yet', seconds: 900 })
  expect(answerTo(account!, entries(account!.bucket, 5, 900_000), now)).toEqual({ may: 'go' })
  // their process died with them
  expect(answerTo(account!, entries(way, 5, 61_000), now)).toMatchObject({ may: 'not yet' })
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
