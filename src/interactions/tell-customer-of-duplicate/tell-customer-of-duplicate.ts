import { daysAfter } from '../dates.ts'
import { detail, interaction } from '../interaction.ts'
import { text, ticketNumber, until } from '../raw.ts'

/** The request goes on with another one, or that one ended without an answer; of the other's content nothing is said. */
export const tellCustomerOfDuplicate = interaction({
  name: 'tell-customer-of-duplicate',
  on: ['ticketMarkedDuplicate', 'originalEnded'],
  to: ({ event }, ask) => [ask.customer(event.happened === 'originalEnded' ? 'ended' : undefined)],
  say: (scene) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    original: ticketNumber(detail(scene, 'original')!),
    reopenUntil: until(daysAfter(scene.event.at, scene.settings.workflow.reopenDays)),
  }),
  by: ['in-app', 'email'],
})
