import { interaction } from '../interaction.ts'
import { excerpt, name, text, ticketNumber } from '../raw.ts'

/** I1: the support desk is notified when a new ticket arrives. */
export const notifyDeskOfNewTicket = interaction({
  name: 'notify-desk-of-new-ticket',
  on: ['ticketSubmitted'],
  to: async (_, ask) => [await ask.desk()],
  say: async ({ ticket }, ask) => ({
    number: ticketNumber(ticket.number),
    title: text(ticket.title),
    customer: name(await ask.nameOf(ticket.customer_id)),
    excerpt: (await ask.isProven(ticket.customer_id)) ? excerpt(ticket.description) : undefined,
  }),
  by: ['in-app', 'email'],
})
