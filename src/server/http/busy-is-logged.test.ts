import { afterEach, expect, test, vi } from 'vitest'
import { Refusal } from '../errors/refusal.ts'
import type { Endpoint } from './endpoint.ts'
import { openServer } from './server.server.ts'

type Server = Awaited<ReturnType<typeof openServer>>
const servers: Server[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

/** What a request is answered that ends with `error`, and what stands in the log. */
async function answered(error: Error) {
  const failing: Endpoint<null, { id: string }> = {
    ...{ method: 'GET', path: '/api/v1/tickets/:number', summary: 'Fails.', heading: 'failing', access: 'anyone' },
    handle() {
      throw error
    },
  }
  const server = await openServer({
    ...{ desk: null, endpoints: [failing], logLevel: 'silent' },
    authenticate: async () => null,
    once: (desk, _caller, _claim, work) => work(desk),
    words: async (code) => ({ title: code }),
  })
  servers.push(server)
  const warn = vi.spyOn(server.log, 'warn')
  const answer = await server.inject('/api/v1/tickets/20418')
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), logged: warn.mock.calls }
}

test.each([
  [Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }), '57014'],
  [Object.assign(new Error('deadlock detected'), { code: '40P01' }), '40P01'],
  [new Error('timeout exceeded when trying to connect'), 'timeout exceeded when trying to connect'],
])('the page showed a reference that stood nowhere in the log: %s', async (error, cause) => {
  const { status, body, logged } = await answered(error)
  expect([status, body]).toEqual([503, expect.objectContaining({ code: 'busy', reference: expect.any(String) })])
  const { reference } = body
  expect(logged).toEqual([
    [{ reference, url: '/api/v1/tickets/:number', cause }, 'busy: whoever asked was told to ask again'],
  ])
})

test('who is told to wait their turn is given no reference, since nothing failed', async () => {
  const { status, body, logged } = await answered(new Refusal('busy', { retryAfterSeconds: 1 }))
  expect([status, body.code, logged]).toEqual([503, 'busy', []])
  expect(body).not.toHaveProperty('reference')
})

test('what failed with a code that is a number was no problem, and showed what it said inside', async () => {
  const { status, body } = await answered(new DOMException('of inside', 'InvalidCharacterError'))
  expect([status, body]).toEqual([500, expect.objectContaining({ code: 'failed', reference: expect.any(String) })])
  expect(JSON.stringify(body)).not.toContain('inside')
})
