import { queueMails } from '../channels/email/queue-mail.write.server.ts'
import type { Person } from '../entities/person/actor.ts'
import type { Change } from '../events/desk.server.ts'
import type { Interaction } from './interaction.ts'
import type { PreviewAsked } from './preview.server.ts'

/** What the outbox calls a preview that was mailed to whoever writes the texts. */
export const templateTest = 'template-test'

/** Put into words when it goes out: of what its ticket says nothing is kept here. */
export type TemplateTest = { interaction: string; asked: PreviewAsked; why: 'asked'; variables: object }

export const queueTemplateTest = (
  { db, at }: Change,
  actor: Person,
  { name }: Interaction,
  asked: PreviewAsked,
): Promise<void> => {
  const says: TemplateTest = { interaction: name, asked, why: 'asked', variables: {} }
  const mail = { interaction: templateTest, recipient: actor.id, address: actor.email, says, at }
  return queueMails(db, [{ ...mail, ticket: asked.ticket ?? null, event: null }])
}
