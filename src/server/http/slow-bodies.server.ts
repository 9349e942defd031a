import type { FastifyInstance } from 'fastify'

/** A request of text is read to its end within this, or its line is closed: who never ends asking holds nothing. */
const textPatienceMs = 30_000
/** A file over a slow line: 25 MB, the largest unless the setting says more, at a megabit a second. */
export const filePatienceMs = 300_000

/** Node knows one patience for every request. Files, which only those who are signed in may send, need a longer one. */
export function closeSlowBodies(server: FastifyInstance): void {
  server.addHook('onRequest', ({ raw, headers }, _reply, done) => {
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
    const isFile = headers['content-type']?.startsWith('application/octet-stream') ?? false
    if (hasBody && !isFile) {
      const timer = setTimeout(() => !raw.complete && raw.destroy(), textPatienceMs)
      timer.unref()
      raw.once('close', () => clearTimeout(timer))
    }
    done()
  })
}
