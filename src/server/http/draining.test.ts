import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { Endpoint } from './endpoint.ts'
import { openServer } from './server.server.ts'

test('who asked on an open line while the server was being stopped got no problem, and was not told when to ask again', async () => {
  let answer = () => {}
  let entered = () => {}
  const isInside = new Promise<void>((resolve) => (entered = resolve))
  const slow: Endpoint<null, { id: string }> = {
    ...{ method: 'GET', path: '/api/v1/slow', summary: 'Slow.', heading: 'slow', access: 'anyone' },
    handle: () => new Promise((resolve) => ((answer = () => resolve({})), entered())),
  }
  const server = await openServer({
    ...{ desk: null, endpoints: [slow], logLevel: 'silent' },
    authenticate: () => Promise.resolve(null),
    once: (desk, _caller, _claim, work) => work(desk),
    words: (code) => Promise.resolve({ title: code }),
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((server.server.address() as { port: number }).port, '127.0.0.1')
  let heard = ''
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString()))
  const closed = once(socket, 'close')
  const ask = () => socket.write('GET /api/v1/slow HTTP/1.1\r\nHost: here\r\n\r\n')
  ask()
  await isInside
  const stopped = server.close()
  await new Promise((resolve) => setTimeout(resolve, 100))
  ask()
  await new Promise((resolve) => setTimeout(resolve, 100))
  answer()
  await Promise.all([closed, stopped])
  const [first, second] = heard.split(/(?<=.)(?=HTTP\/1\.1)/s)
  expect(first).toContain('200 OK')
  expect(second).toMatch(/^HTTP\/1\.1 503 /)
  expect(second).toMatch(/^retry-after: 1\r$/im)
  expect(second).toMatch(/^connection: close\r$/im)
  expect(second).toContain('application/problem+json')
  expect(second).toContain('"code":"busy"')
})
