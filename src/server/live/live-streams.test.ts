import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openLiveStreams } from './live-streams.server.ts'

const streams = openLiveStreams<string>((before, now) => before !== now)
const server = createServer((_request, response) =>
  streams.open(response, 'before', async () => {
    asked += 1
    return readmitted
  }),
)
let asked = 0
let readmitted: string | null
afterEach(() => server.closeAllConnections())
afterAll(() => {
  streams.stop()
  server.close()
})

async function listen(): Promise<Response> {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

test('a page whose session ended while it connected went on hearing until the next look, up to a minute', async () => {
  readmitted = null
  // it ends by itself
  const text = await (await listen()).text()
  expect(text).toContain('catchUp')
  expect(streams.count()).toBe(0)
})

test('rights that changed while a page connected are told to it', async () => {
  readmitted = 'after'
  let text = ''
  for await (const piece of (await listen()).body!.pipeThrough(new TextDecoderStream())) {
    text += piece
    if (text.includes('rights')) break
  }
  expect(text).toContain('data: {"kind":"rights"}')
})

test('whoever changed rights without end had every page looked up without end', async () => {
  readmitted = 'before'
  const { body } = await listen()
  await expect.poll(() => asked).toBeGreaterThan(0)
  // the round before is long over, whichever test began it
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  asked = 0
  const until = performance.now() + 1_500
  while (performance.now() < until) {
    void streams.recheck()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThanOrEqual(2)
  await body!.cancel()
})
