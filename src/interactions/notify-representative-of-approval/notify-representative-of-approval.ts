import { detail, interaction } from '../interaction.ts'
import { name, text, ticketNumber } from '../raw.ts'

/** I5: the customer accepted the solution, which the document calls approval: told to its author and, if another, the assignee. */
export const notifyRepresentativeOfApproval = interaction({
  name: 'notify-representative-of-approval',
  on: ['solutionAccepted'],
  to: async (scene, ask) => [await ask.author(detail(scene, 'round')!), { ...ask.assignee(), variant: 'notAuthor' }],
  say: async ({ ticket }, ask) => ({
    number: ticketNumber(ticket.number),
    title: text(ticket.title),
    customer: name(await ask.nameOf(ticket.customer_id)),
  }),
  by: ['in-app', 'email'],
})
