import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { auditEntries, type AuditFilter } from './audit.server.ts'
import { called } from './called.server.ts'

const atOnce = 1_000

/** The log as CSV, the newest first, read a piece at a time: however long it is, a piece is all that is held. */
export async function* auditCsv(
  db: Kysely<Tables>,
  filter: Omit<AuditFilter, 'after' | 'limit'>,
  language: string,
): AsyncGenerator<string> {
  yield `\uFEFF${line(['at', 'actor', 'actorId', 'action', 'subject', 'subjectName', 'network', 'before', 'after'])}`
  let after: string | undefined
  do {
    const rows = await auditEntries(db, { ...filter, ...(after ? { after } : {}), limit: atOnce })
    const shown = await called(db, rows.slice(0, atOnce), language)
    for (const { at, actor, action, subject, subjectName, network, before, after: state } of shown)
      yield line([
        at.toISOString(),
        actor?.name ?? '',
        actor?.id ?? '',
        action,
        subject ?? '',
        subjectName ?? '',
        network ?? '',
        before === null ? '' : JSON.stringify(before),
        state === null ? '' : JSON.stringify(state),
      ])
    after = rows.length > atOnce ? shown.at(-1)?.id : undefined
  } while (after !== undefined)
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** RFC 4180. What a spreadsheet would run as a formula gets a sign before it that makes it text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
