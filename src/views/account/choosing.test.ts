import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { tellingsQuery } from './account-questions.tsx'
import type { Telling } from './account-questions.tsx'
import { choosing } from './choosing.ts'

afterEach(() => vi.unstubAllGlobals())

const { queryKey } = tellingsQuery
const told = (inApp: boolean, email: boolean): { items: Telling[] } => ({
  items: [{ interaction: 'one', mayMute: true, channels: { 'in-app': inApp, email } }],
})

/** What the server is asked waits until it is answered here, in the order in which it was asked. */
function server() {
  const waiting: ((answer: object, status?: number) => void)[] = []
  vi.stubGlobal('fetch', () => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    waiting.push((answer, status = 200) => resolve(Response.json(answer, { status })))
    return promise
  })
  return { waiting, isAsked: (times: number) => vi.waitFor(() => expect(waiting).toHaveLength(times)) }
}

function ticking() {
  const client = new QueryClient()
  client.setQueryData(queryKey, told(true, true))
  const tick = (channel: 'in-app' | 'email') =>
    new MutationObserver(client, choosing(client)).mutate({ interaction: 'one', channel, on: false })
  return { tick, shown: () => client.getQueryData(queryKey) }
}

test('of two quick ticks the first jumped back until both were answered', async () => {
  const { waiting, isAsked } = server()
  const { tick, shown } = ticking()
  const first = tick('in-app')
  const second = tick('email')
  await isAsked(1)
  expect(shown()).toEqual(told(false, false))
  waiting[0]!(told(false, true))
  await first
  expect(shown()).toEqual(told(false, false))
  await isAsked(2)
  waiting[1]!(told(false, false))
  await second
  expect(shown()).toEqual(told(false, false))
})

test('what is told after the last tick is what stands', async () => {
  const { waiting, isAsked } = server()
  const { tick, shown } = ticking()
  const first = tick('in-app')
  const second = tick('email')
  await isAsked(1)
  waiting[0]!({ code: 'failed', title: 'It failed' }, 500)
  await expect(first).rejects.toThrow('It failed')
  await isAsked(2)
  waiting[1]!(told(true, false))
  await second
  expect(shown()).toEqual(told(true, false))
})
