import { sql, type Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'

export type AuditFilter = {
  actor?: string
  action?: string
  subject?: string
  from?: Date
  to?: Date
  after?: string
  limit: number
}

/** Entries from the newest on, one more than asked. The actor's name is today's. */
export async function auditEntries(db: Kysely<Tables>, filter: AuditFilter) {
  return db
    .selectFrom('audit_entry')
    .leftJoin('users', 'users.id', 'audit_entry.actor')
    .select([
      'audit_entry.id',
      'audit_entry.at',
      'audit_entry.action',
      'audit_entry.subject',
      'audit_entry.before',
      'audit_entry.after',
      'audit_entry.network',
      sql<{ id: string; name: string } | null>`
        case when users.id is not null then jsonb_build_object('id', users.id, 'name', users.name) end
      `.as('actor'),
    ])
    .$if(filter.actor !== undefined, (query) => query.where('audit_entry.actor', '=', filter.actor!))
    .$if(filter.subject !== undefined, (query) => query.where('audit_entry.subject', '=', filter.subject!))
    .$if(filter.action !== undefined, (query) => query.where('audit_entry.action', '=', filter.action!))
    .$if(filter.from !== undefined, (query) => query.where('audit_entry.at', '>=', filter.from!))
    .$if(filter.to !== undefined, (query) => query.where('audit_entry.at', '<', filter.to!))
    .$if(filter.after !== undefined, (query) =>
      query.where(
        sql<boolean>`(audit_entry.at, audit_entry.id) < (
          select last.at, last.id from audit_entry as last where last.id = ${filter.after}
        )`,
      ),
    )
    .orderBy('audit_entry.at', 'desc')
    .orderBy('audit_entry.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
}
