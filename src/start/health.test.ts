import { afterAll, beforeAll, expect, test } from 'vitest'
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
  ])
    expect(body).toMatch(new RegExp(`^sanad_${name} \\d+$`, 'm'))
})

test('every answer carries the headers that keep a browser from being tricked', async () => {
  const { headers } = await web.get(null, '/api/v1/me')
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})
