import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import { expect } from 'vitest'
import type { Tables } from '../entities/tables.ts'

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Plan[]
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}

/** Which ways a statement went, and how many pages of 8 kB that touched. */
export type Cost = { scans: Scan[]; pages: number }
/** As `{ way: 'Index Scan', by: 'ticket_due' }`; `rows` are those that it looked at, also what it then left out. */
export type Scan = { way: string; by: string; table: string; rows: number }

/**
 * What questions cost, told by the database in pages that it looked at: the same on a quick machine and on a crowded one.
 * `heard` is the database as questions are to be given it; of what they ask, `counts` says which statements matter.
 */
export function openPlans(pool: pg.Pool, counts: RegExp) {
  const asked: { text: string; values: readonly unknown[] }[] = []
  const heard = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query: { sql: text, parameters } }) => {
      if (counts.test(text)) asked.push({ text, values: parameters })
    },
  })

  /** A cost for each statement that a question sent, in their order. */
  async function costsOf(question: () => Promise<unknown>): Promise<Cost[]> {
    return Promise.all((await heardIn(question)).map(explained))
  }

  async function heardIn(question: () => Promise<unknown>) {
    asked.length = 0
    await question()
    const statements = asked.splice(0)
    expect(statements.length).toBeGreaterThan(0)
    return statements
  }

  /** As `costsOf`, of the plan that the database keeps for what is asked often, made before it knows any value: its scans. */
  async function keptPlansOf(question: () => Promise<unknown>): Promise<string[]> {
    const found = await heardIn(question)
    const plans = await Promise.all(
      found.map(({ text }) =>
        pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (generic_plan, format json) ${text}`),
      ),
    )
    return plans.flatMap(({ rows }) => scansOf(rows[0]!['QUERY PLAN'][0].Plan).map(({ way, by }) => `${way} ${by}`))
  }

  async function explained({ text, values }: { text: string; values: readonly unknown[] }): Promise<Cost> {
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, buffers, format json) ${text}`,
      [...values],
    )
    const plan = rows[0]!['QUERY PLAN'][0].Plan
    const cost = { scans: scansOf(plan), pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] }
    if (process.env['SHOW_PLANS']) console.error(text.slice(0, 60), cost)
    return cost
  }

  return { heard, costsOf, keptPlansOf }
}

/**
 * How many rows of each table this connection has looked at so far, for work that functions and references do where no plan is
 * shown: asked before and after. Earlier transactions may be among them.
 */
export async function rowsRead(db: Transaction<Tables>): Promise<Map<string, number>> {
  const { rows } = await sql<{ table: string; read: number }>`
    select relname as table, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_xact_user_tables where schemaname = 'public'`.execute(db)
  return new Map(rows.map(({ table, read }) => [table, read]))
}

function scansOf(plan: Plan): Scan[] {
  const { 'Node Type': way, 'Relation Name': table = '', 'Index Name': by = table } = plan
  const rows = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  return [...(way.includes('Scan') ? [{ way, by, table, rows }] : []), ...(plan.Plans ?? []).flatMap(scansOf)]
}
