import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../testing/web.server.ts'

// The tests ask from 127.0.0.1, which stands for the proxy on this machine; 10.1.2.3 for one on another.

let web: TestWeb
beforeAll(async () => {
  web = await openTestWeb({ trustedProxies: ['10.0.0.0/8'] })
})
afterAll(() => web.close())

const countedUnder = async (forwarded: string) => {
  await web.database.primary.deleteFrom('failed_try').execute()
  const body = { email: 'nobody@example.com', password: 'not the password' }
  await web.ask(null, 'POST', '/api/auth/sign-in/email', body, { 'x-forwarded-for': forwarded })
  const tries = await web.database.primary.selectFrom('failed_try').select('bucket').execute()
  return tries.map(({ bucket }) => bucket).filter((bucket) => bucket.startsWith('network:'))
}

test('behind a proxy on another machine everybody was one network', async () => {
  expect(await countedUnder('203.0.113.9, 10.1.2.3')).toEqual([expect.stringContaining('203.0.113.9')])
})

test('nobody else is believed: what stands before a stranger is what the stranger said', async () => {
  expect(await countedUnder('203.0.113.9, 198.51.100.4')).toEqual([expect.stringContaining('198.51.100.4')])
})
