import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { aboutInterface } from './about-interface.ts'
import type { Endpoint } from './endpoint.ts'
import { completed, signedIn } from './complete-interface.ts'
import { interfacePage, type PublishedInterface } from './interface-page.server.ts'

/**
 * OpenAPI 3.1 made from the same declarations that are served, at /api/v1/openapi.json, readable at /api/docs; `byHand` are the
 * addresses of what speaks for itself.
 */
export async function publishInterface<Desk, Caller>(
  server: FastifyInstance,
  endpoints: readonly Endpoint<Desk, Caller>[],
  byHand: object,
): Promise<void> {
  await server.register(swagger, {
    transformObject: (made) =>
      completed('openapiObject' in made ? made.openapiObject : made.swaggerObject, endpoints, byHand),
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sanad', version: '1', description: aboutInterface },
      tags: [...new Set(endpoints.map((endpoint) => endpoint.heading))].map((name) => ({ name })),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'sanad.session_token' },
          sessionOverHttps: { type: 'apiKey', in: 'cookie', name: '__Secure-sanad.session_token' },
          key: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [...signedIn, { key: [] }],
    },
  })
  server.get('/api/v1/openapi.json', { schema: { hide: true } }, () => server.swagger())
  server.get('/api/docs', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(interfacePage(server.swagger() as PublishedInterface)),
  )
}
