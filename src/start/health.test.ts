import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../server/ids.server.ts'
import { openTestWeb, type TestWeb } from '../testing/web.server.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb()
})
afterAll(() => web.close())

test('the process says that it lives and that it is ready', async () => {
  expect(await web.get(null, '/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } })
  expect(await web.get(null, '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } })
})

test('the metrics name routes by their pattern, and what waits', async () => {
  await web.get('mariam', '/api/v1/tickets/424242')
  const { body } = await web.get(null, '/metrics')
  expect(body).toContain('route="/api/v1/tickets/:number",status="404"')
  expect(body).not.toContain('424242')
  for (const name of [
    'live_listeners',
    'pool_connections',
    'tellings_waiting',
    'mails_waiting',
    'mails_failed',
    'mails_held',
    'mails_in_failed',
  ])
    expect(body).toMatch(new RegExp(`^sanad_${name} \\d+$`, 'm'))
})

test('a mail server that was away for hours was not to be seen in the figures, since each try puts off the next', async () => {
  const oldest = async () =>
    Number(/^sanad_mails_oldest_seconds (\S+)$/m.exec((await web.get(null, '/metrics')).body)?.[1])
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)
  const mail = (state: 'pending' | 'sending', tries: number, next: number) =>
    web.database.primary
      .insertInto('mail')
      .values({
        id: newId(),
        interaction: 'requestReceived',
        address: 'salma@example.com',
        message_id: '',
        says: JSON.stringify({}) as never,
        state,
        tries,
        created_at: inSeconds(-7_200),
        next_try_at: inSeconds(next),
      })
      .execute()
  // one that waits for its hour, and one that is on its way for the first time
  await mail('pending', 0, 600)
  await mail('sending', 1, 30)
  expect(await oldest()).toBe(0)
  await mail('pending', 0, -60)
  expect(await oldest()).toBeGreaterThan(50)
  expect(await oldest()).toBeLessThan(3_600)
  await mail('pending', 4, 600)
  expect(await oldest()).toBeGreaterThan(7_100)
})

test('every answer carries the headers that keep a browser from being tricked', async () => {
  const { headers } = await web.get(null, '/api/v1/me')
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})
