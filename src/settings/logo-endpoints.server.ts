import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import type { Desk } from '../events/desk.server.ts'
import { shortText } from '../fields/short-text/short-text.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'
import { readForm } from '../server/http/read-form.server.ts'
import { logoVersion } from './logo-version.server.ts'

const keptForAYear = 'public, max-age=31536000, immutable'

/** Changes with the picture, so that whoever saw it may keep it. */
const version = { v: shortText({ required: false, max: 100 }) }

export const logoEndpoints: Endpoint<Desk, unknown>[] = [
  {
    method: 'GET',
    path: '/api/v1/logo',
    media: 'image/*',
    summary: 'The organisation’s logo as a picture; for pages, also before anybody signed in.',
    heading: 'settings',
    access: 'anyone',
    query: version,
    async handle(call) {
      const { desk, query } = call
      const logo = await readLogo(desk.read())
      if (!logo) refuse('notFound')
      call.setHeader('content-type', logo.type)
      call.setHeader('x-content-type-options', 'nosniff')
      call.setHeader('content-security-policy', "default-src 'none'; sandbox")
      const { v: asked } = readForm(version, query)
      call.setHeader('cache-control', asked === logoVersion(logo.bytes) ? keptForAYear : 'no-cache')
      return logo.bytes
    },
  },
]

const readLogo = (db: Kysely<Tables>) => db.selectFrom('logo').select(['type', 'bytes']).executeTakeFirst()
