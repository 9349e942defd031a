import { detail, interaction } from '../interaction.ts'
import { name, text, ticketNumber } from '../raw.ts'

/** The customer said what is left: the representative and the desk go on. */
export const tellStaffOfDecline = interaction({
  name: 'tell-staff-of-decline',
  on: ['solutionDeclined'],
  to: async (scene, ask) => [await ask.author(detail(scene, 'round')!), ask.assignee(), await ask.desk()],
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    customer: name(await ask.nameOf(scene.ticket.customer_id)),
    reason: text(detail(scene, 'reason')),
  }),
  by: ['in-app', 'email'],
})
