import type { Form } from '../../fields/form.ts'

/**
 * One address of the interface. Headings declare theirs; start/server.ts hands the list to the server, which asks who it is,
 * calls, and answers. The handler itself asks in the order of refusals: may they (404, 403), is it well said (422), is it
 * possible now (409). Forms here describe; `readForm` reads.
 */
export type Endpoint<Desk, Caller> = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** '/api/v1/tickets/:number' */
  path: string
  /** One sentence for the published interface. */
  summary: string
  heading: string
  /** 'signedIn': the caller is a person; 'anyone': the caller may be null. */
  access: 'signedIn' | 'anyone'
  query?: Form
  body?: Form
  /** JSON Schema of the answer; what it does not name is not sent. */
  answer?: { readonly [keyword: string]: unknown }
  /** What is answered where it is no JSON: 'text/csv'; several where the one that was asked for earlier is. */
  media?: string | readonly string[]
  /** A secret comes in or goes out, always or with such a body: neither body nor answer is kept for an Idempotency-Key. */
  secret?: true | ((body: unknown) => boolean)
  /** It speaks with a server elsewhere, however long that takes: no transaction is held meanwhile, and a repeat speaks again. */
  speaksOutside?: true
  /** Its person alone does it, signed in: a program with a key is refused, which the handler asks for with `inPerson`. */
  inPerson?: true
  /** Where a body may be larger than the usual megabyte. */
  bodyLimit?: number
  /** Its body is a file, which comes as slowly as its sender's line is: it takes no place among those who are answered. */
  takesFile?: true
  /** What it reads from headers, as OpenAPI has it: `{ name, required, description }`. */
  reads?: readonly { name: string; required: boolean; description: string }[]
  /** The same answer, as an object, is given to many: it is written once and kept as long as the object is. */
  writtenOnce?: true
  /** It does something besides its answer, though it is read: it waits until it is certain who asks. */
  waits?: true
  /** All that it does is one change of the desk: like what is read, it may be begun before it is certain who asks. */
  isOneChange?: true
  /** Called when it is done and kept: behind the commit, also of a change under an Idempotency-Key. */
  afterwards?(): void
  status?: 200 | 201 | 202 | 204
  /** What is answered; a Readable goes out as it comes, with the headers that were set. */
  handle(call: Call<Desk, Caller>): Promise<unknown>
}

/** Whether a change of it is done once for one Idempotency-Key; one whose body may be a secret says so only when it has it. */
export const takesKey = <Desk, Caller>({ method, access, secret, speaksOutside }: Endpoint<Desk, Caller>): boolean =>
  method === 'POST' && access === 'signedIn' && secret !== true && !speaksOutside

export type Call<Desk, Caller> = {
  desk: Desk
  actor: Caller
  params: Record<string, string>
  query: unknown
  body: unknown
  /** The caller's network address, for limits and the audit log. */
  network: string
  /** The request's own headers, lower-case names. */
  headers: Record<string, string | string[] | undefined>
  /** Set on the answer. */
  setHeader: (name: string, value: string | string[]) => void
}
