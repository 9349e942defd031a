import pg from 'pg'
import type { Product } from './product.ts'

/** The address in the newest mail about an account that was written to somebody. */
export async function linkMailedTo({ databaseUrl }: Product, address: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ link: string }>(
      `select says -> 'variables' ->> 'link' as link from mail where address = $1 order by id desc limit 1`,
      [address],
    )
    return rows[0]!.link
  } finally {
    await client.end()
  }
}

/** As if so many days had gone by since all links were mailed. */
export async function daysLater({ databaseUrl }: Product, days: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`update verification set expires_at = expires_at - make_interval(days => $1)`, [days])
  } finally {
    await client.end()
  }
}
