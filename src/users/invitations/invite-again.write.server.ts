import type { Kysely } from 'kysely'
import { audit } from '../../audit/audit.write.server.ts'
import type { Person } from '../../entities/person/actor.ts'
import type { Tables } from '../../entities/tables.ts'
import type { Desk } from '../../events/desk.server.ts'
import { permit } from '../../permissions/permit.server.ts'
import { refuse } from '../../server/errors/refusal.ts'
import { permitGoverning } from '../administrators.server.ts'
import { endLinks, hasInvitation } from './invitations.write.server.ts'
import { invite } from './invite.write.server.ts'
import { oneUser } from '../users.server.ts'

/** A new link for whoever was invited and has never come; who has, by a password or a provider, asks for a reset themselves. */
export async function inviteAgain(desk: Desk, actor: Person, id: string, network: string): Promise<void> {
  permit(actor, 'user.manage')
  await desk.change(actor, async (change) => {
    await change.db.selectFrom('users').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
    const user = (await oneUser(change.db, id)) ?? refuse('notFound')
    await permitGoverning(change.db, actor, { people: [id] })
    if (!user.active || user.signsIn || user.service) refuse('alreadyThere')
    await markTakenBack(change.db, id, false)
    await invite(change, user)
    await audit(change, { action: 'user.invited', subject: `user:${id}`, network })
  })
}

/**
 * The link stops working, and one to reset a password is no way round it: the address may have been somebody else's. Whoever
 * used it already is here and needs none.
 */
export async function revokeInvitation(desk: Desk, actor: Person, id: string, network: string): Promise<void> {
  permit(actor, 'user.manage')
  await desk.change(actor, async (change) => {
    await change.db.selectFrom('users').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
    if (!(await oneUser(change.db, id))) refuse('notFound')
    await permitGoverning(change.db, actor, { people: [id] })
    if (!(await hasInvitation(change.db, id))) return
    await endLinks(change.db, id)
    await markTakenBack(change.db, id, true)
    await audit(change, { action: 'user.invitationRevoked', subject: `user:${id}`, network })
  })
}

const markTakenBack = (db: Kysely<Tables>, id: string, takenBack: boolean) =>
  db.updateTable('users').set({ invitation_taken_back: takenBack }).where('id', '=', id).execute()
