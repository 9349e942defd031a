import { sql, type Kysely, type Selectable } from 'kysely'
import { audit } from '../../audit/audit.write.server.ts'
import type { UserImportRow } from '../../entities/person/person-tables.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { isUnreachable } from '../../server/db/unreachable.server.ts'
import { Refusal } from '../../server/errors/refusal.ts'
import { keepAnAdministrator, lockPeopleAndRoles } from '../administrators.server.ts'
import { loadPerson } from '../sign-in/session.server.ts'
import { knownFor } from './known-people.server.ts'
import { countsOf, planImport } from './plan-import.ts'
import { readImport } from './read-import.server.ts'
import { rejectedFile } from './rejected-file.server.ts'
import { writeImport } from './write-import.write.server.ts'

/** Does the imports that wait, one after another. One whose process died was never begun: it waits still. */
export async function runImports(desk: Desk): Promise<number> {
  const waiting = await desk
    .read()
    .selectFrom('user_import')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('at')
    .execute()
  for (const { id } of waiting) await runOne(desk, id)
  return waiting.length
}

const mostClashes = 3
/** There already; not there any more. */
const clash = new Set(['23505', '23503'])

async function runOne(desk: Desk, id: string, clashes = 0): Promise<void> {
  try {
    await importOne(desk, id)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    // somebody was added, or what the file names was removed, in this very moment: it is read anew at once. What clashes again and
    // again would do so for ever
    if (clash.has(code) && clashes + 1 < mostClashes) return runOne(desk, id, clashes + 1)
    if (!(error instanceof Refusal) && isPassing(error)) return
    await desk.database.primary
      .updateTable('user_import')
      .set({ state: 'failed', csv: null, done: 0, finished_at: desk.clock.now() })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .execute()
    if (!(error instanceof Refusal)) throw error
  }
}

/** The database is away, or others are in the way: the next look tries it. What the driver says of a broken line has no code. */
const isPassing = (error: unknown): boolean =>
  isUnreachable(error) || /^(40001|40P01|55P03|57|08)/.test((error as { code?: string }).code ?? '')

/** All of it or nothing, in one transaction; how far it got is told beside it. */
async function importOne(desk: Desk, id: string): Promise<void> {
  const { primary } = desk.database
  const waiting = await primary.selectFrom('user_import').selectAll().where('id', '=', id).executeTakeFirst()
  const importer = waiting && (await importerOf(primary, waiting))
  if (!waiting?.csv || !importer?.permissions.has('user.manage')) throw new Refusal('notAllowed')
  const file = readImport(waiting.csv)
  if (!file.ok) throw new Refusal('malformed')
  await desk.change(importer, async (change) => {
    const { db, at } = change
    if (!(await isMine(db, id))) return
    await sql`set local statement_timeout = '5min'`.execute(db)
    await lockPeopleAndRoles(change)
    const known = await knownFor(db, importer, file.rows)
    const planned = planImport(file.rows, known)
    const counts = countsOf(planned)
    const refused = counts.wrong > 0
    if (!refused) {
      const progress = async (done: number): Promise<void> =>
        void (await primary.updateTable('user_import').set({ done }).where('id', '=', id).execute())
      await writeImport(change, planned, known, { invite: waiting.invite, progress })
      await keepAnAdministrator(change)
      const about = { action: 'user.imported', subject: `import:${id}`, network: waiting.network } as const
      await audit(change, { ...about, after: { ...counts, invite: waiting.invite } })
    }
    await db
      .updateTable('user_import')
      .set({
        state: refused ? 'refused' : 'done',
        csv: null,
        done: refused ? 0 : waiting.rows,
        counts: JSON.stringify(counts),
        rejected: refused ? rejectedFile(file, planned, importer.language) : null,
        finished_at: at,
      })
      .where('id', '=', id)
      .execute()
  })
}

/** Who gave it, with what they still may of what they might then: what the preview refused is refused here too. */
async function importerOf(db: Kysely<Tables>, { by_id, permissions }: Pick<Row, 'by_id' | 'permissions'>) {
  const person = await loadPerson(db, by_id)
  return person && { ...person, permissions: new Set(permissions.filter((each) => person.permissions.has(each))) }
}

type Row = Selectable<UserImportRow>

/** Held by this transaction alone; the row itself stays free for the word of how far it is. */
async function isMine(db: Parameters<typeof knownFor>[0], id: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import:${id}`}, 0))
      and exists (select from user_import where id = ${id} and state = 'waiting') as mine`.execute(db)
  return rows[0]!.mine
}
