import { answerBy } from '../dates.ts'
import { detail, interaction } from '../interaction.ts'
import { day, text, ticketNumber } from '../raw.ts'

/** The desk reopened a request, so its customer hears of it, and why: the page shows them the reason too. Their own is not told back. */
export const tellCustomerOfReopening = interaction({
  name: 'tell-customer-of-reopening',
  on: ['ticketReopened'],
  to: (scene, ask) => (detail(scene, 'side') === 'staff' ? [ask.customer()] : []),
  say: (scene) => {
    const { event, ticket, settings } = scene
    return {
      number: ticketNumber(ticket.number),
      title: text(ticket.title),
      reason: text(detail(scene, 'reason')),
      answerBy: day(answerBy(event.at, settings)),
    }
  },
  by: ['in-app', 'email'],
})
