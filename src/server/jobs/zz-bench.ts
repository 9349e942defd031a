import { cloneDatabase } from '../../testing/postgres.server.ts'
import { openDatabase } from '../db/database.server.ts'
import { openQueue } from './queue.server.ts'
import { sql } from 'kysely'
import { v7 } from 'uuid'
const d = await cloneDatabase()
const database = openDatabase<any>({ url: d.url, connections: 16 })
const queue = await openQueue({ url: d.url, worker: false, onTrouble: console.error })
await queue.declare('tell')
const base = (db: any) => sql`insert into idempotent_answer (person_id, method, path, key, body_hash, at) values (${v7()}, 'POST', '/x', ${v7()}, 'h', now())`.execute(db)
const variants: Record<string, (db: any) => Promise<unknown>> = {
  base: async () => {},
  boss1: (db) => queue.enqueue(db, 'tell', [{ key: v7(), data: { interaction: 'notify-desk-of-new-ticket', ticket: 1, event: v7() } }]),
  boss2: (db) => queue.enqueue(db, 'tell', [1, 2].map((n) => ({ key: v7(), data: { interaction: 'notify-desk-of-new-ticket' + n, ticket: 1, event: v7() } }))),
  own2: (db) => sql`
    insert into pgboss.job_common (id, name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, policy, dead_letter, heartbeat_seconds)
    select id, q.name, data, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds, q.policy, q.dead_letter, q.heartbeat_seconds
    from json_to_recordset(${JSON.stringify([1, 2].map(() => ({ id: v7(), data: { interaction: 'notify-desk', ticket: 1, event: v7() } })))}::json) as x (id uuid, data jsonb), pgboss.queue q where q.name = 'tell'
    on conflict do nothing`.execute(db),
}
const names = Object.keys(variants)
const times: Record<string, { wall: number[]; cpu: number[] }> = Object.fromEntries(names.map((n) => [n, { wall: [], cpu: [] }]))
const conc = Number(process.env.C ?? 1)
for (let round = 0; round < 14; round++)
  for (const name of names.toSorted(() => Math.random() - 0.5)) {
    const n = 120
    const t = performance.now(), c = process.cpuUsage()
    let left = n
    await Promise.all(Array.from({ length: conc }, async () => { while (left-- > 0) await database.primary.transaction().execute(async (db) => { await base(db); await variants[name]!(db) }) }))
    const u = process.cpuUsage(c)
    if (round > 1) { times[name]!.wall.push((performance.now() - t) / n); times[name]!.cpu.push((u.user + u.system) / 1000 / n) }
  }
const med = (a: number[]) => a.toSorted((x, y) => x - y)[a.length >> 1]!
for (const n of names) console.log(n, 'wall', med(times[n]!.wall).toFixed(3), 'ms  node cpu', med(times[n]!.cpu).toFixed(3))
const one = await sql`select * from pgboss.job_common where data->>'interaction' = 'notify-desk-of-new-ticket2' limit 1`.execute(database.primary)
console.log(one.rows[0])
await queue.stop(); await database.close(); await d.drop(); process.exit(0)
