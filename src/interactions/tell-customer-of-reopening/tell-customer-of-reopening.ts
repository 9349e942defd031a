import { answerBy } from '../dates.ts'
import { detail, interaction } from '../interaction.ts'
import { day, text, ticketNumber } from '../raw.ts'

/**
 * The desk reopened a request, so its customer hears of it. The desk's reason is not quoted: of reasons, only that of a
 * closing is written for the customer.
 */
export const tellCustomerOfReopening = interaction({
  name: 'tell-customer-of-reopening',
  on: ['ticketReopened'],
  to: (scene, ask) => (detail(scene, 'side') === 'staff' ? [ask.customer()] : []),
  say: ({ event, ticket, settings }) => ({
    number: ticketNumber(ticket.number),
    title: text(ticket.title),
    answerBy: day(answerBy(event.at, settings)),
  }),
  by: ['in-app', 'email'],
})
