import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors/refusal.ts'
import type { ProblemWords } from './problem.server.ts'

/**
 * What ends before it is a request (headers too long or too slow, no HTTP at all) is answered on the bare line: in the same form as
 * every refusal, and in English, since nobody has said yet what they read.
 */
export function answerUnreadable(words: ProblemWords) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    void writeProblem(new Refusal(codeOf(error)), socket, words)
  }
}

function codeOf({ code }: { code?: string }) {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'tooSlow'
  return code === 'HPE_HEADER_OVERFLOW' ? 'headersTooLarge' : 'malformed'
}

async function writeProblem({ code, status, details }: Refusal, socket: Socket, words: ProblemWords) {
  const asked = { headers: {}, method: 'POST' } as FastifyRequest
  const title = await words(code, details, asked).then(
    (said) => said.title,
    () => code,
  )
  if (!socket.writable) return void socket.destroy()
  const body = JSON.stringify({ type: `urn:sanad:problem:${code}`, title, status, code })
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  )
}
