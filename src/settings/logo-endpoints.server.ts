import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'

export const logoEndpoints: Endpoint<Desk, unknown>[] = [
  {
    method: 'GET',
    path: '/api/v1/logo',
    media: 'image/*',
    summary: 'The organisation’s logo as a picture; for pages, also before anybody signed in.',
    heading: 'settings',
    access: 'anyone',
    async handle(call) {
      const { desk, query } = call
      const logo = await readLogo(desk.read())
      if (!logo) refuse('notFound')
      call.setHeader('content-type', logo.type)
      call.setHeader('x-content-type-options', 'nosniff')
      call.setHeader('content-security-policy', "default-src 'none'; sandbox")
      // its address carries ?v=, which changes with the picture
      const asked = (query as { v?: unknown }).v
      call.setHeader('cache-control', asked === undefined ? 'no-cache' : 'public, max-age=31536000, immutable')
      return logo.bytes
    },
  },
]

const readLogo = (db: Kysely<Tables>) => db.selectFrom('logo').select(['type', 'bytes']).executeTakeFirst()
