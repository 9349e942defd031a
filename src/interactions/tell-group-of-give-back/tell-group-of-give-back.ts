import { detail, interaction, type Scene } from '../interaction.ts'
import { name, text, ticketNumber } from '../raw.ts'

/** The representative laid the ticket back: one of the group takes it, or the Support Desk sees to it where nobody else in it sees it. */
export const tellGroupOfGiveBack = interaction({
  name: 'tell-group-of-give-back',
  on: ['ticketGivenBack'],
  to: async (scene, ask) => [await ask.groupOrDesk(groupOf(scene), scene.event.actor)],
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    actor: name(await ask.nameOf(scene.event.actor)),
    group: name(await ask.groupName(groupOf(scene))),
    reason: text(detail(scene, 'reason')),
  }),
  by: ['in-app', 'email'],
})

const groupOf = (scene: Scene): string => detail(scene, 'from')!.group
