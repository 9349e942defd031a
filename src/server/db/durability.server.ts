import type pg from 'pg'

/**
 * Refuses a database that could lose what it acknowledged. Returns a warning to log, or null.
 * Throws with a sentence that says what to mend.
 */
export async function checkDurability(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'data_checksums')`,
  )
  const setting = Object.fromEntries(rows.map((row) => [row.name, row.setting]))
  for (const name of ['fsync', 'full_page_writes'])
    if (setting[name] !== 'on')
      throw new Error(`The database has ${name} off and could lose tickets. Set ${name} = on in postgresql.conf.`)
  return setting.data_checksums === 'on'
    ? null
    : 'The database has no data checksums: silent damage of the disk would go unnoticed (pg_checksums --enable).'
}
