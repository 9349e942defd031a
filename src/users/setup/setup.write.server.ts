import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { system } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Change, Desk } from '../../events/desk.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { isAdministered } from '../administrators.server.ts'

/** Each start adds its own link, so that several processes starting together do not take each other's away. */
type Stored = { hashes: string[] }
const mostLinks = 10

/** The link for the first set-up, made at a start while there is no administrator; else null. It is shown once, kept hashed. */
export async function setupLink(desk: Desk, publicUrl: string): Promise<string | null> {
  return desk.change(system, async (change) => {
    if (!(await openSetupAlone(change))) return null
    const token = randomBytes(32).toString('base64url')
    const { hashes } = await stored(change)
    await store(change, { hashes: [...hashes, hashOf(token)].slice(-mostLinks) })
    return `${publicUrl.replace(/\/$/, '')}/setup#${token}`
  })
}

export async function isSetupOpen(db: Kysely<Tables>): Promise<boolean> {
  return !(await isAdministered(db))
}

/** Whether it is open, asked by one at a time: whoever gets a yes is alone until their change ends. */
export async function openSetupAlone(change: Change): Promise<boolean> {
  await oneAtATime(change)
  return isSetupOpen(change.db)
}

/** 404 once there is an administrator, 401 for a link that is not ours. */
export async function passSetupDoor(change: Change, token: string): Promise<void> {
  if (!(await openSetupAlone(change))) refuse('notFound')
  const given = Buffer.from(hashOf(token))
  const { hashes } = await stored(change)
  if (!hashes.some((hash) => timingSafeEqual(Buffer.from(hash), given))) refuse('linkNotValid')
}

/** The links are spent with the set-up. */
export async function closeSetup(change: Change): Promise<void> {
  await change.db.deleteFrom('setting').where('key', '=', 'setup').execute()
}

/** Two who set up at the same moment: the second waits here, and finds an administrator. */
async function oneAtATime(change: Change): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('setup', 0))`.execute(change.db)
}

async function stored(change: Change): Promise<Stored> {
  const row = await change.db.selectFrom('setting').select('value').where('key', '=', 'setup').executeTakeFirst()
  return (row?.value as Stored | undefined) ?? { hashes: [] }
}

async function store(change: Change, value: Stored): Promise<void> {
  const row = { value: JSON.stringify(value), changed_at: change.at }
  await change.db
    .insertInto('setting')
    .values({ key: 'setup', ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
