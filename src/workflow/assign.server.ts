import { refuseFields } from '../server/errors/refusal.ts'
import { holdMember } from './hold-member.server.ts'
import { nextStatus } from './next-status.ts'
import { ticketVerb, type Outcome, type Scene } from './ticket-verb.server.ts'
import type { Change } from '../events/desk.server.ts'

/** Gives the ticket to a group, and within it to a member where one is named. */
export const assign = ticketVerb('assign', assignTo, {
  isSo: hasItAlready,
  check: ({ change, body }) => checkAssignee(change, body.group, body.member ?? null),
})

async function assignTo({ ticket, body }: Scene<'assign'>): Promise<Outcome> {
  return { set: toWhom(body), details: { from: { group: ticket.group_id, member: ticket.member_id } } }
}

/** A new ticket that is given to the group it lies with goes into work by it. */
function hasItAlready({ ticket, body, transition }: Scene<'assign'>): boolean {
  const { group_id, member_id } = toWhom(body)
  const hasIt = ticket.group_id === group_id && ticket.member_id === member_id
  return hasIt && nextStatus(transition, ticket) === ticket.status
}

const toWhom = ({ group, member }: Scene<'assign'>['body']) => ({ group_id: group, member_id: member ?? null })

async function checkAssignee(change: Change, group: string, member: string | null): Promise<void> {
  const found = await change.db.selectFrom('user_group').select('id').where('id', '=', group).executeTakeFirst()
  if (!found) refuseFields({ field: 'group', code: 'notInList' })
  if (member !== null && !(await holdMember(change, member, group)))
    refuseFields({ field: 'member', code: 'notAMember' })
}
