import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import type { Endpoint } from './endpoint.ts'

/** OpenAPI 3.1 made from the same declarations that are served, at /api/v1/openapi.json. */
export async function publishInterface<Desk, Caller>(
  server: FastifyInstance,
  endpoints: readonly Endpoint<Desk, Caller>[],
): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Sanad', version: '1', description: 'The pages use this same interface.' },
      tags: [...new Set(endpoints.map((endpoint) => endpoint.heading))].map((name) => ({ name })),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
          key: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { key: [] }],
    },
  })
  server.get('/api/v1/openapi.json', { schema: { hide: true } }, () => server.swagger())
}
