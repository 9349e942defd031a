import type { Person } from '../entities/person/actor.ts'
import type { Desk } from '../events/desk.server.ts'
import type { Endpoint } from '../server/http/endpoint.ts'

export type Given = {
  params?: Record<string, string>
  query?: unknown
  body?: unknown
  headers?: Record<string, string>
  network?: string
}

/** Calls endpoints as the server does, without the wire: `call(adam, 'GET /api/v1/users', { query: {} })`. */
export function callsTo(desk: Desk, endpoints: readonly Endpoint<Desk, never>[]) {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a test says what it expects to be answered
  return async <Answer = Record<string, unknown>>(actor: Person | null, address: string, given: Given = {}) => {
    const endpoint = endpoints.find(({ method, path }) => `${method} ${path}` === address)
    if (!endpoint) throw new Error(`There is no ${address}`)
    const headers: Record<string, string | string[]> = {}
    const answer = await endpoint.handle({
      desk,
      actor: actor as never,
      params: given.params ?? {},
      query: given.query ?? {},
      body: given.body,
      network: given.network ?? '192.0.2.44',
      headers: given.headers ?? {},
      setHeader: (name, value) => void (headers[name] = value),
    })
    return { answer: answer as Answer, headers }
  }
}
