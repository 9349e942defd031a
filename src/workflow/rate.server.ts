import { removeWords } from '../entities/ticket/words.write.server.ts'
import { ratedNow } from './rated-now.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/**
 * The customer's stars, changeable until the window closes. A comment stays unless another one, or none (null), comes with the
 * stars, or it was written to an earlier closing: with those stars a month's report has told it.
 */
export const rate = ticketVerb('rate', async ({ change, ticket, body }) => {
  const written = ratedNow(ticket.rated_at, ticket.closed_at) ? ticket.comment : null
  const comment = body.comment === undefined ? written : body.comment
  if (comment === null) await removeWords(change.db, ticket.number, ['comment'])
  return {
    set: { score: body.score, comment, rated_at: change.at },
    details: { score: body.score, comment },
    words: comment ? [{ textId: 'comment', audience: 'everyone', text: comment }] : [],
  }
})
