import { detail, interaction } from '../interaction.ts'
import { name, text, ticketNumber } from '../raw.ts'

/** The customer no longer needs help: whoever was at it can stop. */
export const tellStaffOfCancellation = interaction({
  name: 'tell-staff-of-cancellation',
  on: ['requestCancelled'],
  to: async (_, ask) => [ask.assignee(), await ask.desk()],
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    customer: name(await ask.nameOf(scene.ticket.customer_id)),
    reason: text(detail(scene, 'reason')),
  }),
  by: ['in-app', 'email'],
})
