import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileCache } from '../testing/compiled.ts'
import { Place } from '../server/db/embedded/testing/place.server.ts'
import { until } from '../server/db/embedded/waiting.ts'
import { patience } from '../testing/patience.ts'

// Stopping as an operator does: at any moment of the start, and while somebody waits for an answer.

function startServer(place: Place) {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    env: { PATH, HOME, ...compileCache, PORT: '0', SANAD_DATA: place.folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const hear = async (words: RegExp) => {
    if (!(await until(() => words.test(said) || child.exitCode !== null, patience)))
      throw new Error(`only heard ${said}`)
    return words.exec(said)
  }
  return { child, ended, hear }
}

const isLeftAlone = (place: Place) => until(() => place.postgresPids().length === 0, patience)

async function stopAt(signal: NodeJS.Signals, words: RegExp) {
  await using place = new Place()
  const { child, ended, hear } = startServer(place)
  await hear(words)
  child.kill(signal)
  return { code: await ended, leftAlone: await isLeftAlone(place) }
}

test('SIGTERM to a server that is up leaves no database running', async () => {
  expect(await stopAt('SIGTERM', /Sanad is at/)).toEqual({ code: 0, leftAlone: true })
})

test.each([
  ['SIGINT', /Making the database/, 130],
  ['SIGTERM', /Making the database/, 143],
  ['SIGINT', /Sanad is at/, 0],
] as const)('%s at the words %s leaves no database running', { tags: 'long' }, async (signal, words, code) => {
  expect(await stopAt(signal, words)).toEqual({ code, leftAlone: true })
})

// Ctrl-C under npm comes twice: from the terminal, and handed on by npm
test('whoever waits for an answer at SIGINT × 2 still gets it', async () => {
  expect(await answerAround('SIGINT', 2)).toEqual(refusedAsUsual)
})

test('whoever waits for an answer at SIGTERM still gets it', { tags: 'long' }, async () => {
  expect(await answerAround('SIGTERM', 1)).toEqual(refusedAsUsual)
})

const refusedAsUsual = {
  answer: expect.stringMatching(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 4\d\d [^]*application\/problem\+json/),
  code: 0,
  leftAlone: true,
}

async function answerAround(signal: NodeJS.Signals, times: number) {
  await using place = new Place()
  const { child, ended, hear } = startServer(place)
  const port = Number((await hear(/Sanad is at http:\/\/localhost:(\d+)/))?.[1])
  const body = JSON.stringify({ token: 'not the token of the link that was printed' })
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()))
  const closed = once(socket, 'close')
  const head = [
    'POST /api/v1/setup HTTP/1.1',
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Content-Type: application/json',
    'Expect: 100-continue',
    `Content-Length: ${body.length}`,
  ]
  // the 100 says that the request has begun; its end is still to come
  const begun = once(socket, 'data')
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 20)}`)
  await begun
  for (let time = 0; time < times; time++) {
    child.kill(signal)
    await until(() => false, 20)
  }
  expect(await refusesNewcomers(port)).toBe(true)
  expect(child.exitCode).toBe(null)
  socket.write(body.slice(20))
  await closed
  return { answer, code: await ended, leftAlone: await isLeftAlone(place) }
}

test('a second Ctrl-C, a moment later, ends at once', { tags: 'long' }, async () => {
  await using place = new Place()
  const { child, ended, hear } = startServer(place)
  const port = Number((await hear(/Sanad is at http:\/\/localhost:(\d+)/))?.[1])
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  // a request that never ends would hold the stop for its full time; the 100 says that it has begun
  const begun = once(socket, 'data')
  const head = `Host: localhost:${port}\r\nExpect: 100-continue\r\nContent-Length: 9`
  socket.write(`POST /api/v1/setup HTTP/1.1\r\n${head}\r\n\r\n{`)
  await begun
  child.kill('SIGINT')
  expect(await refusesNewcomers(port)).toBe(true)
  await until(() => false, 1_000)
  expect(child.exitCode).toBe(null)
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(await isLeftAlone(place)).toBe(true)
})

async function refusesNewcomers(port: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    const refused = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => false,
      () => true,
    )
    if (refused) return true
    await until(() => false, 50)
  }
  return false
}
