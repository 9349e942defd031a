import { daysAfter } from '../dates.ts'
import { detail, interaction } from '../interaction.ts'
import { day, text, ticketNumber } from '../raw.ts'

/** The request goes on with another one; of the other's content nothing is said. */
export const tellCustomerOfDuplicate = interaction({
  name: 'tell-customer-of-duplicate',
  on: ['ticketMarkedDuplicate'],
  to: (_, ask) => [ask.customer()],
  say: (scene) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    original: ticketNumber(detail(scene, 'original')!),
    reopenUntil: day(daysAfter(scene.event.at, scene.settings.workflow.reopenDays)),
  }),
  by: ['in-app', 'email'],
})
