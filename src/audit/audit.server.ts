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

/** Entries from the newest on, one more than asked. The actor's name is today's, and so is that of whom it was done to. */
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
      subjectName.as('subjectName'),
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

/** 'user:<id>' says nothing to a reader. A key or something else behind the colon is no id and is asked for nowhere. */
const subjectName = sql<string | null>`case
  when audit_entry.subject ~ '^(user|group|organisation|mailbox|apiKey):[0-9a-f-]{36}$' then (
    select named.name
    from (values (split_part(audit_entry.subject, ':', 1), split_part(audit_entry.subject, ':', 2)::uuid)) as asked (kind, id),
    lateral (
      select name from users where users.id = asked.id and asked.kind = 'user'
      union all select name from user_group where user_group.id = asked.id and asked.kind = 'group'
      union all select name from organisation where organisation.id = asked.id and asked.kind = 'organisation'
      union all select address from mailbox where mailbox.id = asked.id and asked.kind = 'mailbox'
      union all select name from api_key where api_key.id = asked.id and asked.kind = 'apiKey'
    ) as named
  ) end`
