import { ticketVerb } from './ticket-verb.server.ts'

/** The assigned representative lays the ticket back to their group. */
export const giveBack = ticketVerb('give-back', async ({ ticket, body }) => ({
  set: { member_id: null },
  details: { reason: body.reason, from: { group: ticket.group_id, member: ticket.member_id } },
}))
