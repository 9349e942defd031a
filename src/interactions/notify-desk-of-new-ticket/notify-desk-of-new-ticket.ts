import { interaction } from '../interaction.ts'
import { excerpt, name, text, ticketNumber } from '../raw.ts'

/** I1: the support desk is notified when a new ticket arrives, also of one that came by the mailbox of a group, which has it. */
export const notifyDeskOfNewTicket = interaction({
  name: 'notify-desk-of-new-ticket',
  on: ['ticketSubmitted'],
  to: async (_, ask) => {
    const desk = await ask.desk()
    return [(await ask.groupOfMailbox()) === undefined ? desk : { ...desk, variant: 'mailbox' }]
  },
  say: async ({ ticket }, ask) => ({
    number: ticketNumber(ticket.number),
    title: text(ticket.title),
    group: name(await ask.groupOfMailbox()),
    customer: name(await ask.nameOf(ticket.customer_id)),
    excerpt: (await ask.isProven(ticket.customer_id)) ? excerpt(ticket.description) : undefined,
  }),
  by: ['in-app', 'email'],
})
