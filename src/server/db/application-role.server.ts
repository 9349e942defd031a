import type pg from 'pg'

/**
 * Connections take the role as they begin, by a setting that something on the way can drop without a word: then history could
 * be rewritten.
 */
export async function refuseWithoutRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string }>('select current_user as role')
  const role = rows[0]!.role
  if (role === 'sanad_app') return
  throw new Error(
    `Connections to the database work as “${role}” and not in the role sanad_app, which may not rewrite history: something on the way ` +
      'drops their setting `options`. Take `options` out of DATABASE_URL, and let it lead to PostgreSQL itself, without a pooler between.',
  )
}
