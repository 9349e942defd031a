import type { FastifyReply, FastifyRequest, onRequestHookHandler, preValidationHookHandler } from 'fastify'
import { Refusal } from '../errors/refusal.ts'
import { openTurns } from './turns.server.ts'

/** Ten for each connection to the database: whoever comes after them would wait longer than asking again takes. */
const usualMost = 200

/** A hundred requests a second of five milliseconds each are one every other moment. */
const manyAtOnce = 4

/**
 * So many requests are being answered at a time, and whoever comes then is told at once (503) to ask again in a second. A queue that
 * may grow makes everybody wait; a bounded one is over when the rush is.
 */
export type Admission = {
  /** Before anything is read: is the house full? */
  onRequest: onRequestHookHandler
  /** Once all of it is here: takes a place until the answer. Who sends slowly, or never to the end, takes none. */
  preValidation: preValidationHookHandler
  /** Once it is known who asks: as soon as half of the places are taken, nobody gets more than a quarter of them. */
  share: (who: string, reply: FastifyReply) => void
  inTurn: ReturnType<typeof openTurns>
  /** More are being answered than an ordinary desk asks for at the same moment. */
  isBusy: () => boolean
}

/** `most`: requests that are answered at the same time. */
export function openAdmission(most = usualMost): Admission {
  let inside = 0
  const each = new Map<string, number>()
  const isFull = () => inside >= most
  const hasShare = (who: string) => inside <= most / 2 || (each.get(who) ?? 0) < most / 4

  function count(who: string, reply: FastifyReply): void {
    each.set(who, (each.get(who) ?? 0) + 1)
    whenAnswered(reply, () => {
      const left = each.get(who)! - 1
      if (left > 0) each.set(who, left)
      else each.delete(who)
    })
  }

  return {
    onRequest: (_request, _reply, done) => done(isFull() ? busy() : undefined),
    preValidation: (request, reply, done) => {
      const how = credentialOf(request)
      if (isFull() || !hasShare(how)) return done(busy())
      inside += 1
      whenAnswered(reply, () => (inside -= 1))
      count(how, reply)
      done()
    },
    share(who, reply) {
      if (!hasShare(who)) throw busy()
      count(who, reply)
    },
    inTurn: openTurns(),
    isBusy: () => inside >= manyAtOnce,
  }
}

/** To look up whose it is takes the database, so a session or a key has its share before that; who makes up a new one each time is held by the whole alone. */
const credentialOf = ({ headers, ip }: FastifyRequest): string => `by ${headers.authorization ?? headers.cookie ?? ip}`

const busy = () => new Refusal('busy', { retryAfterSeconds: 1 })

/** Answered, or gone before the answer. */
function whenAnswered({ raw }: FastifyReply, leave: () => void): void {
  let left = false
  const once = () => {
    if (!left) leave()
    left = true
  }
  if (raw.destroyed) once()
  else raw.once('finish', once).once('close', once)
}
