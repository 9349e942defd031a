import fastify from 'fastify'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Refusal } from '../errors/refusal.ts'
import { openAdmission } from './admission.server.ts'

const servers: ReturnType<typeof fastify>[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function openDoor(most: number) {
  const server = fastify({ forceCloseConnections: true })
  servers.push(server)
  const waiting: (() => void)[] = []
  server.setErrorHandler((error, _request, reply) =>
    error instanceof Refusal
      ? reply.status(error.status).header('retry-after', error.details.retryAfterSeconds).send({ code: error.code })
      : reply.status(500).send({}),
  )
  const { onRequest, preValidation, share } = openAdmission(most)
  server.get('/slow', { onRequest, preValidation }, (request, reply) => {
    share(String(request.headers['x-who'] ?? request.headers.authorization), reply)
    return new Promise((answer) => waiting.push(() => answer({})))
  })
  server.post('/sent', { onRequest, preValidation }, () => ({}))
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const inside = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const ask = (signal?: AbortSignal, who = 'somebody') =>
    fetch(`${address}/slow`, { signal: signal ?? null, headers: { authorization: who } })
  return { ask, waiting, inside, address }
}

/** The refusal, or the answer that is still to come. */
const tried = (answer: Promise<Response>): Promise<503 | { answer: Promise<Response> }> =>
  Promise.race([
    answer.then(async (given) => (given.status === 503 ? given.text().then(() => 503 as const) : { answer })),
    new Promise<{ answer: Promise<Response> }>((resolve) => setTimeout(() => resolve({ answer }), 100)),
  ])

test('whoever comes when the house is full is told at once when to ask again, and is let in when somebody has left', async () => {
  const { ask, waiting, inside } = await openDoor(2)
  const first = [ask(undefined, 'one'), ask(undefined, 'another')]
  await inside(2)
  const refused = await ask(undefined, 'a third')
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
    503,
    '1',
    { code: 'busy' },
  ])
  for (const leave of waiting.splice(0)) leave()
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200])
  const later = ask()
  await inside(1)
  waiting.shift()!()
  expect((await later).status).toBe(200)
})

test('whoever gives up waiting leaves their place to others', async () => {
  const { ask, waiting, inside } = await openDoor(1)
  const gone = new AbortController()
  const given = ask(gone.signal).catch(() => 'gone')
  await inside(1)
  gone.abort()
  expect(await given).toBe('gone')
  // until the server has noticed, the house is still full
  let next = await tried(ask())
  while (next === 503) next = await tried(ask())
  waiting[1]!()
  expect((await next.answer).status).toBe(200)
})

test('class 22: who announces requests and never sends them keeps nobody out', async () => {
  const { ask, waiting, inside, address } = await openDoor(2)
  const lines = Array.from({ length: 20 }, () => connect(Number(new URL(address).port), '127.0.0.1'))
  const begun = 'POST /sent HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{'
  await Promise.all(lines.map(async (line) => (await once(line, 'connect'), line.write(begun))))
  await Promise.all(Array.from({ length: 20 }, () => fetch(`${address}/sent`, { method: 'POST' })))
  const answer = ask()
  await inside(1)
  waiting.shift()!()
  expect((await answer).status).toBe(200)
  for (const line of lines) line.destroy()
})

test('class 22: in a rush one caller gets no more than half of the house, and the others still come in', async () => {
  const { ask, waiting, inside } = await openDoor(16)
  let refused = 0
  const flood = Array.from({ length: 40 }, async () => {
    const { status } = await ask(undefined, 'one')
    if (status === 503) refused += 1
  })
  await inside(8)
  while (refused < 32) await new Promise((resolve) => setTimeout(resolve, 5))
  const others = ['a', 'b', 'c', 'd', 'e'].map((who) => ask(undefined, who).then(({ status }) => status))
  await inside(13)
  for (const leave of waiting.splice(0)) leave()
  expect(await Promise.all(others)).toEqual([200, 200, 200, 200, 200])
  await Promise.all(flood)
  expect(refused).toBe(32)
})

test('class 22: many sessions of one person have one share', async () => {
  const { waiting, inside, address } = await openDoor(16)
  let refused = 0
  const flood = Array.from({ length: 14 }, async (_, session) => {
    const { status } = await fetch(`${address}/slow`, { headers: { cookie: `session=${session}`, 'x-who': 'one' } })
    if (status === 503) refused += 1
  })
  await inside(8)
  while (refused < 6) await new Promise((resolve) => setTimeout(resolve, 5))
  for (const leave of waiting.splice(0)) leave()
  await Promise.all(flood)
  expect(refused).toBe(6)
})
