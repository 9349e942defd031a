import type { onRequestHookHandler } from 'fastify'
import { Refusal } from '../errors/refusal.ts'

/** Ten for each connection to the database: whoever comes after them would wait longer than asking again takes. */
const usualMost = 200

/**
 * A hook for routes: so many requests are being answered at a time, and whoever comes then is told at once (503) to ask again
 * in a second, before anything is read. A queue that may grow makes everybody wait; a bounded one is over when the rush is.
 */
export function openAdmission(most = usualMost): onRequestHookHandler {
  let inside = 0
  return (request, reply, done) => {
    // a file comes slowly, over the sender's line, and waits for nobody here
    if (request.headers['content-type']?.startsWith('application/octet-stream')) return done()
    if (inside >= most) return done(new Refusal('busy', { retryAfterSeconds: 1 }))
    inside += 1
    let left = false
    const leave = () => {
      if (!left) inside -= 1
      left = true
    }
    // answered, or gone before the answer
    reply.raw.once('finish', leave).once('close', leave)
    done()
  }
}
