import type pg from 'pg'

/**
 * Refuses a database that does not know what letters are: of SQL_ASCII, as Debian makes it where the machine has no locale,
 * PostgreSQL takes every byte for one, and neither finds nor cuts a text in Arabic as it should.
 */
export async function refuseOtherEncoding(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ encoding: string; owner: string }>(
    `select current_setting('server_encoding') as encoding, quote_ident(current_user) as owner`,
  )
  const { encoding, owner } = rows[0]!
  if (encoding === 'UTF8') return
  throw new Error(
    `The database keeps its texts as ${encoding}, and Sanad needs UTF8. Please make another one, ` +
      `create database sanad owner ${owner} template template0 encoding 'UTF8', and name it with DATABASE_URL. ` +
      'What this one may hold comes along by npm run backup and npm run restore.',
  )
}
