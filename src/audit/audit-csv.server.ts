import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { byteOrderMark, csvLine } from '../server/files/csv.ts'
import { auditEntries, type AuditFilter } from './audit.server.ts'
import { called } from './called.server.ts'

const atOnce = 1_000

/** The log as CSV, the newest first, read a piece at a time: however long it is, a piece is all that is held. */
export async function* auditCsv(
  db: Kysely<Tables>,
  filter: Omit<AuditFilter, 'after' | 'limit'>,
  language: string,
): AsyncGenerator<string> {
  yield (
    byteOrderMark +
    csvLine(['at', 'actor', 'actorId', 'action', 'subject', 'subjectName', 'network', 'before', 'after'])
  )
  let after: string | undefined
  do {
    const rows = await auditEntries(db, { ...filter, ...(after ? { after } : {}), limit: atOnce })
    const shown = await called(db, rows.slice(0, atOnce), language)
    for (const { at, actor, action, subject, subjectName, network, before, after: state } of shown)
      yield csvLine([
        at.toISOString(),
        actor?.name ?? null,
        actor?.id ?? null,
        action,
        subject,
        subjectName,
        network,
        before === null ? null : JSON.stringify(before),
        state === null ? null : JSON.stringify(state),
      ])
    after = rows.length > atOnce ? shown.at(-1)?.id : undefined
  } while (after !== undefined)
}
