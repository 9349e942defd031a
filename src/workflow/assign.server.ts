import { refuseFields } from '../server/errors/refusal.ts'
import { holdMember } from './hold-member.server.ts'
import { ticketVerb, type Outcome, type Scene } from './ticket-verb.server.ts'
import type { Change } from '../events/desk.server.ts'

/** Gives the ticket to a group, and within it to a member where one is named. */
export const assign = ticketVerb('assign', assignTo, {
  check: ({ change, body }) => checkAssignee(change, body.group, body.member ?? null),
})

async function assignTo({ ticket, body }: Scene<'assign'>): Promise<Outcome> {
  return {
    set: { group_id: body.group, member_id: body.member ?? null },
    details: { from: { group: ticket.group_id, member: ticket.member_id } },
  }
}

async function checkAssignee(change: Change, group: string, member: string | null): Promise<void> {
  const found = await change.db.selectFrom('user_group').select('id').where('id', '=', group).executeTakeFirst()
  if (!found) refuseFields({ field: 'group', code: 'notInList' })
  if (member !== null && !(await holdMember(change, member, group)))
    refuseFields({ field: 'member', code: 'notAMember' })
}
