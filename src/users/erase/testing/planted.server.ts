import { sql } from 'kysely'
import { expect } from 'vitest'
import type { TestWeb } from '../../../testing/web.server.ts'
import { marks, signed } from './marked.server.ts'

/** What an administrator asks beside the built-in fields: words, a number, a choice. */
export async function addFields(web: TestWeb): Promise<void> {
  const about = { required: 'never', visibleTo: 'everyone' }
  for (const field of [
    { key: 'vessel', type: 'short-text', options: { max: 100 } },
    { key: 'crates', type: 'number', options: {} },
    { key: 'port', type: 'classification', options: { values: [{ value: 'alex', label: 'Alexandria' }] } },
    { key: 'why', type: 'multilingual-text', options: { max: 500 } },
  ]) {
    const made = await web.post('adam', '/api/v1/fields', { ...about, ...field, label: field.key })
    expect([field.key, made.status, made.body.errors]).toEqual([field.key, 201, undefined])
  }
}

/** What other ways leave behind: failed sign-ins, links, keys, a saved query, an import, a kept report. */
export async function plant(web: TestWeb, ticketOfSalma: number): Promise<void> {
  const db = web.database.primary
  const address = `salma.${marks.salma}@example.com`
  for (let tries = 0; tries < 2; tries += 1)
    await web.post(null, '/api/auth/sign-in/email', { email: address, password: 'not at all right' })
  await web.post(null, '/api/auth/request-password-reset', { email: address })
  await web.post('omar', '/api/v1/api-keys', { name: signed('omar', 'Key'), scopes: ['ticket.seeGroups'] })
  await web.post('adam', '/api/v1/groups', { name: 'Night', members: [web.ids.omar] }, { 'idempotency-key': 'night' })
  const at = new Date()
  await db
    .insertInto('saved_query')
    .values({
      id: web.ids.tom,
      query: 'closed-tickets',
      owner_id: web.ids.omar,
      group_id: null,
      name: marks.omar,
      filters: '{}',
      created_at: at,
      updated_at: at,
    })
    .execute()
  const figures = {
    comments: [
      {
        ticket: ticketOfSalma,
        score: 5,
        customer: `salma ${marks.salma}`,
        comment: { source: 'en', texts: { en: { text: signed('salma', 'Many thanks') } } },
      },
    ],
    representatives: [{ id: web.ids.omar, name: `omar ${marks.omar}` }],
  }
  await sql`
    insert into report (report, month, version, definitions, time_zone, figures, made_at)
    values ('monthly-performance', '2026-03-01', 1, 1, 'UTC', ${JSON.stringify(figures)}::jsonb, now())`.execute(db)
  await sql`
    insert into user_import (id, by_id, at, network, invite, csv, state, rows, rejected)
    values (${web.ids.lina}, ${web.ids.adam}, now(), '', false, null, 'refused', 1, ${`name,email\nx,${address}`})`.execute(
    db,
  )
}
