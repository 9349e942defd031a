import type pg from 'pg'
import { restoringSchema } from '../db/migrate.server.ts'

const schemas = ['public', 'pgboss'] as const
const aside = (schema: string): string => `${schema}_before_restore`

/**
 * What the database holds stands aside until everything of the backup is in: whatever goes wrong in between, `stepBack` puts
 * it back. Beginning where an earlier restore was interrupted puts back first.
 */
export async function stepAside(client: pg.ClientBase): Promise<void> {
  if (await isThere(client, restoringSchema)) await stepBack(client)
  const extensions = await extensionsIn(client, 'public')
  if (extensions.length > 0 && !(await isSuperuser(client)))
    throw new Error(
      `PostgreSQL lets only a superuser move what lies in this database (the extension ${extensions.join(', ')}) out of the way: ` +
        'please restore into a new, empty database, and let DATABASE_URL name that one.',
    )
  await inOne(client, [
    `set local lock_timeout = '5s'`,
    `create schema ${restoringSchema}`,
    ...(await existing(client)).map((schema) => `alter schema ${schema} rename to ${aside(schema)}`),
    `create schema public`,
    // an extension is there once for the whole database: the tables that come in find it where they look
    ...extensions.map((name) => `alter extension ${name} set schema public`),
  ])
}

/** A restore that failed or was left half-way: what came in is dropped, and what stood there before stands there again. */
export async function stepBack(client: pg.ClientBase): Promise<void> {
  const before: string[] = []
  for (const schema of schemas) if (await isThere(client, aside(schema))) before.push(schema)
  // who may not move any moved none: those that are there came with the restore, and go with it
  const hasMoved = before.includes('public') && (await isSuperuser(client))
  const moved = hasMoved ? await extensionsIn(client, 'public') : []
  await inOne(client, [
    ...moved.map((name) => `alter extension ${name} set schema ${aside('public')}`),
    ...schemas.map((schema) => `drop schema if exists ${schema} cascade`),
    ...before.map((schema) => `alter schema ${aside(schema)} rename to ${schema}`),
    ...(before.includes('public') ? [] : ['create schema public']),
    `drop schema ${restoringSchema}`,
  ])
}

/** A restore that is whole: what was there before is gone for good from here on. */
export async function forgetBefore(client: pg.ClientBase): Promise<void> {
  await inOne(client, [
    ...schemas.map((schema) => `drop schema if exists ${aside(schema)} cascade`),
    `drop schema ${restoringSchema}`,
  ])
}

async function extensionsIn(client: pg.ClientBase, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(extname) as name from pg_extension
     where extnamespace = to_regnamespace($1) and extrelocatable`,
    [schema],
  )
  return rows.map(({ name }) => name)
}

async function isSuperuser(client: pg.ClientBase): Promise<boolean> {
  return (await client.query('select from pg_roles where rolname = current_user and rolsuper')).rows.length > 0
}

async function existing(client: pg.ClientBase): Promise<string[]> {
  const there: string[] = []
  for (const schema of schemas) if (await isThere(client, schema)) there.push(schema)
  return there
}

async function isThere(client: pg.ClientBase, schema: string): Promise<boolean> {
  return (await client.query('select where to_regnamespace($1) is not null', [schema])).rows.length > 0
}

async function inOne(client: pg.ClientBase, statements: readonly string[]): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    // where the connection is gone there is nothing to take back, and what is thrown says why
    await client.query('rollback').catch(() => {})
    throw error
  }
}
