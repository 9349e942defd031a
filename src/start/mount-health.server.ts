import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'

/** For operators: /healthz says that the process lives, /readyz that it can serve (migrated, database there, worker up). */
export function mountHealth(server: FastifyInstance, pool: Pool, isReady: () => boolean): void {
  server.get('/healthz', { schema: { hide: true } }, () => ({ status: 'alive' }))
  server.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const because = !isReady() ? 'startingOrStopping' : (await answers(pool)) ? undefined : 'database'
    return reply.status(because ? 503 : 200).send(because ? { status: 'notReady', because } : { status: 'ready' })
  })
}

async function answers(pool: Pool): Promise<boolean> {
  try {
    await Promise.race([
      pool.query('select 1'),
      new Promise((_resolve, reject) => setTimeout(() => reject(new Error('too slow')), 2_000).unref()),
    ])
    return true
  } catch {
    return false
  }
}
