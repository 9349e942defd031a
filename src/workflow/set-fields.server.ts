import { changedCustom } from '../settings/added-fields/custom-values.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Staff fill, correct or empty added fields. Nobody decides on these alone, so the version stays. */
export const setFields = ticketVerb('set-fields', async ({ change, ticket, body }) => {
  const asked = { given: body.fields, side: 'staff', actor: change.actor } as const
  const { custom, keys } = await changedCustom(change.db, ticket.custom, asked)
  return { set: { custom }, details: { fields: keys } }
})
