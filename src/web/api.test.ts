import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem, addressOf, api } from './api.ts'

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
const asked = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', asked)
  asked.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const keyOf = (call: number) => new Headers(asked.mock.calls[call]?.[1]?.headers).get('idempotency-key')
const refusal = async (promise: Promise<unknown>): Promise<Problem> => {
  const caught = promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  await vi.runAllTimersAsync()
  const problem = await caught
  if (!(problem instanceof Problem)) throw new Error('expected a Problem')
  return problem
}

test('what is not asked for is not in the address', () =>
  expect(addressOf('/api/v1/queries/incoming-requests', { queue: 'new', after: undefined, limit: 50, words: '' })).toBe(
    '/api/v1/queries/incoming-requests?queue=new&limit=50',
  ))

test('a change carries a key of its own, a question none', async () => {
  asked.mockImplementation(async () => answer(200, { number: 1042 }))
  await api.post('/api/v1/tickets/1042/take')
  await api.post('/api/v1/tickets/1042/take')
  await api.get('/api/v1/tickets/1042')
  expect(keyOf(0)).toMatch(/^[0-9a-f]{32}$/)
  expect(keyOf(1)).not.toBe(keyOf(0))
  expect(keyOf(2)).toBeNull()
})

test('a double click on a button that makes something makes it once', async () => {
  asked.mockImplementation(async () => answer(201, { id: 'one' }))
  const hello = { name: 'Hello' }
  const both = [api.post('/api/v1/canned-answers', hello), api.post('/api/v1/canned-answers', hello)]
  await api.post('/api/v1/canned-answers', { name: 'Goodbye' })
  expect(await Promise.all(both)).toEqual([{ id: 'one' }, { id: 'one' }])
  expect(asked).toHaveBeenCalledTimes(2)
  await api.post('/api/v1/canned-answers', hello)
  expect(asked).toHaveBeenCalledTimes(3)
})

test('a change whose answer was lost is sent once more with the same key', async () => {
  asked.mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(answer(201, { number: 1042 }))
  const sent = api.post('/api/v1/tickets', { title: 'Help' })
  await vi.runAllTimersAsync()
  expect(await sent).toEqual({ number: 1042 })
  expect(keyOf(1)).toBe(keyOf(0))
})

test('a lost connection is a problem called offline', async () => {
  asked.mockRejectedValue(new TypeError('network'))
  const problem = await refusal(api.get('/api/v1/me'))
  expect([problem.code, problem.status, problem.isUncertain]).toEqual(['offline', 0, true])
  expect(asked).toHaveBeenCalledTimes(2)
})

test('a PATCH is not sent twice', async () => {
  asked.mockRejectedValue(new TypeError('network'))
  await refusal(api.patch('/api/v1/settings', {}))
  expect(asked).toHaveBeenCalledTimes(1)
})

test('a refusal is a problem with its code, its fields and what may be done instead', async () => {
  const errors = [{ field: 'title', code: 'too-long', message: 'At most 300 characters' }]
  asked.mockResolvedValue(
    answer(
      409,
      { code: 'stale-version', title: 'It changed meanwhile', may: ['take'], errors, version: 7 },
      { 'x-request-id': '7F3K-21' },
    ),
  )
  const problem = await refusal(api.post('/api/v1/tickets/1042/close', { reason: 'x' }))
  expect(problem).toMatchObject({
    status: 409,
    code: 'stale-version',
    title: 'It changed meanwhile',
    may: ['take'],
    errors,
    reference: '7F3K-21',
  })
  expect(problem.told['version']).toBe(7)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('an answer that is no problem document is one all the same', async () => {
  asked.mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 500, statusText: 'Internal Server Error' }))
  expect(await refusal(api.get('/api/v1/me'))).toMatchObject({
    status: 500,
    code: 'http-500',
    title: 'Internal Server Error',
  })
})

test('a server that asks for patience gets as much as it asked for, once', async () => {
  asked.mockResolvedValueOnce(answer(503, {}, { 'retry-after': '2' })).mockResolvedValueOnce(answer(200, { items: [] }))
  const listed = api.get('/api/v1/notices')
  await vi.advanceTimersByTimeAsync(1900)
  expect(asked).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(await listed).toEqual({ items: [] })
})

test('whoever stops asking gets their own stop back', async () => {
  const stop = new AbortController()
  asked.mockImplementation(async () => {
    stop.abort()
    throw stop.signal.reason
  })
  await expect(api.get('/api/v1/me', { signal: stop.signal })).rejects.toThrow('aborted')
  expect(asked).toHaveBeenCalledTimes(1)
})
