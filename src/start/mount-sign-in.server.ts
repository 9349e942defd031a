import type { FastifyInstance } from 'fastify'
import { checkOrigin } from '../server/http/origin.server.ts'
import type { SignIn } from '../users/sign-in/sign-in.server.ts'

/** /api/auth/* in the sign-in library's own form: Fastify's request as a web Request, and the answer back. */
export function mountSignIn(
  server: FastifyInstance,
  signIn: SignIn,
  publicUrl: string | undefined,
  onEnded: () => void,
): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    async handler(request, reply) {
      if (request.headers.cookie || request.headers.origin) checkOrigin(request, publicUrl)
      const url = new URL(request.url, publicUrl ?? `http://${request.host}`)
      const headers = new Headers()
      for (const [name, value] of Object.entries(request.headers))
        if (typeof value === 'string' && name !== 'content-length') headers.set(name, value)
      const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : undefined
      const answer = await signIn.handle(new Request(url, { method: request.method, headers, body }), request.ip)
      // who signs out without being signed in ends nothing, however often
      const had = url.pathname !== signOut || signIn.tokenIn(request.headers) !== null
      if (endsSessions.has(url.pathname) && answer.ok && had) onEnded()
      reply.status(answer.status)
      answer.headers.forEach((value, name) => {
        if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value)
      })
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
      return reply.header('cache-control', 'no-store').send(Buffer.from(await answer.arrayBuffer()))
    },
  })
}

/** Open pages of theirs are to hear nothing more. */
const signOut = '/api/auth/sign-out'
const endsSessions = new Set([signOut, '/api/auth/reset-password'])
