import fastify from 'fastify'
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
  server.get('/slow', { onRequest: openAdmission(most) }, () => new Promise((answer) => waiting.push(() => answer({}))))
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const inside = async (count: number) => {
    while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { ask: (signal?: AbortSignal) => fetch(`${address}/slow`, { signal: signal ?? null }), waiting, inside }
}

/** The refusal, or the answer that is still to come. */
const tried = (answer: Promise<Response>): Promise<503 | { answer: Promise<Response> }> =>
  Promise.race([
    answer.then(async (given) => (given.status === 503 ? given.text().then(() => 503 as const) : { answer })),
    new Promise<{ answer: Promise<Response> }>((resolve) => setTimeout(() => resolve({ answer }), 100)),
  ])

test('whoever comes when the house is full is told at once when to ask again, and is let in when somebody has left', async () => {
  const { ask, waiting, inside } = await openDoor(2)
  const first = [ask(), ask()]
  await inside(2)
  const refused = await ask()
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
