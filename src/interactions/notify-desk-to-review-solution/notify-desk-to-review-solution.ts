import { detail, interaction } from '../interaction.ts'
import { name, number, text, ticketNumber } from '../raw.ts'

/** I4: the support desk is notified when a provided solution needs review; its author is not. */
export const notifyDeskToReviewSolution = interaction({
  name: 'notify-desk-to-review-solution',
  on: ['solutionProposed'],
  to: async (_, ask) => [await ask.desk()],
  say: async (scene, ask) => {
    const round = detail(scene, 'round')!
    return {
      number: ticketNumber(scene.ticket.number),
      title: text(scene.ticket.title),
      actor: name(await ask.nameOf(scene.event.actor)),
      round: number(round),
      solution: text((await ask.round(round)).text),
    }
  },
  by: ['in-app', 'email'],
})
