import { sql } from 'kysely'
import { expect } from 'vitest'
import { interactionNamed, listenersTo } from '../../../interactions/index.ts'
import { runTelling } from '../../../interactions/run-telling.server.ts'
import type { Character } from '../../../testing/cast.server.ts'
import type { TestWeb } from '../../../testing/web.server.ts'

/** Planted in everything that Salma and Omar write, are called or are written to by; none of it may be left. */
export const marks = { salma: 'salmamark', omar: 'omarmark' }

/** Signed with the whole name, as people do. */
export const signed = (who: keyof typeof marks, text: string) => `${text}, ${who} ${marks[who]}`

export async function nameThem(web: TestWeb): Promise<void> {
  for (const who of ['salma', 'omar'] as const) {
    const changed = await web.ask('adam', 'PATCH', `/api/v1/users/${web.ids[who]}`, {
      name: `${who} ${marks[who]}`,
      email: `${who}.${marks[who]}@example.com`,
    })
    if (changed.status !== 200) throw new Error('They could not be given their marks.')
  }
}

export async function upload(web: TestWeb, who: Character, name: string): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': name }
  const sent = await web.post(who, '/api/v1/files', `The content of ${name}`, headers)
  expect(sent.status).toBe(201)
  return sent.body.id
}

/** Runs every telling of a ticket's events, as the worker does, and puts the mails into words. */
export async function tellAll(web: TestWeb, number: number): Promise<void> {
  for (const event of await web.eventsOf(number))
    for (const name of listenersTo(event.happened as never))
      if (interactionNamed(name)) await runTelling(web.desk, { interaction: name, ticket: number, event: event.id })
  await sql`
    update mail set state = 'kept', subject = 'About ' || says::text, body_text = says::text, body_html = says::text
    where ticket_number = ${number} and id::text < '8'`.execute(web.database.primary)
}
