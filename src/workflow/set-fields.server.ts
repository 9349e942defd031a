import { actorId } from '../entities/person/actor.ts'
import { removeWords } from '../entities/ticket/words.write.server.ts'
import { changedCustom } from '../settings/added-fields/custom-values.server.ts'
import { attachFieldFiles } from './attach-field-files.server.ts'
import { ticketVerb } from './ticket-verb.server.ts'

/** Staff fill, correct or empty added fields. Nobody decides on these alone, so the version stays. */
export const setFields = ticketVerb('set-fields', async ({ change, ticket, body }) => {
  const asked = { given: body.fields, side: 'staff', actor: change.actor } as const
  const { custom, keys, files, words, gone } = await changedCustom(change, ticket, asked)
  await attachFieldFiles(change.db, ticket.number, actorId(change.actor), files)
  await removeWords(change.db, ticket.number, gone)
  return { set: { custom }, details: { fields: keys }, words }
})
