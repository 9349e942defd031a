import { answerBy } from '../dates.ts'
import { detail, interaction } from '../interaction.ts'
import { day, leftOut, text, ticketNumber } from '../raw.ts'

/** I2: the customer gets a confirmation that the ticket was received, also after their own request. */
export const notifyCustomerOfReceipt = interaction({
  name: 'notify-customer-of-receipt',
  on: ['ticketSubmitted'],
  to: (scene, ask) => [ask.customer(detail(scene, 'onBehalf') ? 'onBehalf' : undefined)],
  say: async ({ ticket, settings }, ask) => ({
    number: ticketNumber(ticket.number),
    title: text(ticket.title),
    leftOut: leftOut(await ask.leftOut('description')),
    answerBy: day(answerBy(ticket.opened_at, settings)),
  }),
  by: ['in-app', 'email'],
  spare: true,
  tellsActor: ['ticketSubmitted'],
})
