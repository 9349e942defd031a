import { ticketVerb } from './ticket-verb.server.ts'

/** The customer's stars, changeable until the window closes; a comment stays unless a new one comes with the stars. */
export const rate = ticketVerb('rate', async ({ change, ticket, body }) => ({
  set: { score: body.score, comment: body.comment ?? ticket.comment, rated_at: change.at },
  details: { score: body.score, comment: body.comment ?? ticket.comment },
}))
