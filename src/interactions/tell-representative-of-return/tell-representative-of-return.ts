import { detail, interaction } from '../interaction.ts'
import { name, number, text, ticketNumber } from '../raw.ts'

/**
 * The desk gave a proposal back: its author hears why and, if another, the present assignee; where neither is here any more,
 * whoever goes on instead.
 */
export const tellRepresentativeOfReturn = interaction({
  name: 'tell-representative-of-return',
  on: ['solutionReturned'],
  to: async (scene, ask) => {
    const round = detail(scene, 'round')!
    return [await ask.author(round), { ...(await ask.goesOn(round)), variant: 'notAuthor' }]
  },
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    actor: name(await ask.nameOf(scene.event.actor)),
    round: number(detail(scene, 'round')!),
    reason: text(detail(scene, 'reason')),
  }),
  by: ['in-app', 'email'],
})
