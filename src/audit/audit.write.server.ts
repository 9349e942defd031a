import type { Change } from '../events/desk.server.ts'
import { actorId } from '../entities/person/actor.ts'
import type { AuditAction } from './actions.ts'
import { newId } from '../server/ids.server.ts'

export type Audited = {
  action: AuditAction
  /** What it was done to: 'user:<id>', 'group:<id>', 'settings'. */
  subject: string
  before?: object
  after?: object
  network: string
  /** Where it is not the change's own actor: who set the product up was nobody before. */
  actor?: string
}

/** Writes down what an administrator did, in the change's own transaction. Never a password, never a token. */
export async function audit(change: Pick<Change, 'db' | 'at' | 'actor'>, entry: Audited): Promise<void> {
  await change.db
    .insertInto('audit_entry')
    .values({
      id: newId(),
      at: change.at,
      actor: entry.actor ?? actorId(change.actor),
      action: entry.action,
      subject: entry.subject,
      before: entry.before ? JSON.stringify(entry.before) : null,
      after: entry.after ? JSON.stringify(entry.after) : null,
      network: entry.network,
    })
    .execute()
}
