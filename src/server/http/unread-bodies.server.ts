import type { FastifyInstance } from 'fastify'

/** So long a sender may still take to end what nobody reads any more. */
const patienceMs = 10_000

/**
 * An answer may come before the request's end: a file is too large, a disk is full, nobody is signed in. What is still on its way
 * is then read and forgotten. Unread it would stay on the line, where the next request of a browser or a proxy waits behind it;
 * and to cut the line would often take the answer with it.
 */
export function finishUnreadBodies(server: FastifyInstance): void {
  server.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete && !raw.destroyed) {
      const timer = setTimeout(() => raw.complete || raw.destroy(), patienceMs)
      timer.unref()
      raw.once('close', () => clearTimeout(timer))
      raw.resume()
    }
    done()
  })
}
