import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { openServer } from './server.server.ts'

test.each([
  [
    'headers longer than are read',
    `GET / HTTP/1.1\r\nHost: here\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'headersTooLarge',
  ],
  ['what is no HTTP', 'HELLO there\r\n\r\n', 400, 'malformed'],
])('%s were answered in a form that nothing else of the interface has', async (_what, sent, status, code) => {
  const server = await openServer<null, { id: string }>({
    ...{ desk: null, endpoints: [], logLevel: 'silent' },
    authenticate: () => Promise.resolve(null),
    once: (desk, _caller, _claim, work) => work(desk),
    words: (said) => Promise.resolve({ title: `said: ${said}` }),
  })
  try {
    await server.listen({ port: 0, host: '127.0.0.1' })
    const socket = connect((server.server.address() as { port: number }).port, '127.0.0.1')
    let heard = ''
    socket.on('data', (bytes: Buffer) => (heard += bytes.toString()))
    const closed = once(socket, 'close')
    socket.write(sent)
    await closed
    const [head, body] = heard.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(head).toContain('content-type: application/problem+json')
    expect(JSON.parse(body!)).toEqual({ type: `urn:sanad:problem:${code}`, title: `said: ${code}`, status, code })
  } finally {
    await server.close()
  }
})
