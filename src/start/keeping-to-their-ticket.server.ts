import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import { refuse } from '../server/errors/refusal.ts'
import type { Endpoint } from '../server/http/endpoint.ts'

/** What the page of one ticket asks for. Whatever is added elsewhere stays shut to visitors until it is named here. */
const openToVisitors = ({ path, method }: Endpoint<Desk, Person>): boolean =>
  path.startsWith('/api/v1/tickets/:number') ||
  path.startsWith('/api/v1/ticket-links') ||
  path.startsWith('/api/v1/files') ||
  (method === 'GET' && ['/api/v1/me', '/api/v1/settings', '/api/v1/fields', '/api/v1/labels'].includes(path))

/** Whoever came by a link in a mail is a customer of one ticket; for everything else they sign in. */
export function keepingToTheirTicket(endpoint: Endpoint<Desk, Person>): Endpoint<Desk, Person> {
  if (endpoint.access === 'anyone' || openToVisitors(endpoint)) return endpoint
  return {
    ...endpoint,
    handle: (call) => (call.actor.onlyTicket === undefined ? endpoint.handle(call) : refuse('notSignedIn')),
  }
}
