import { detail, interaction, type Scene } from '../interaction.ts'
import { day, name, text, ticketNumber } from '../raw.ts'

/** The member can no longer work on it: told to the group and, where nobody is left in it who sees it, to the Support Desk. */
export const tellOfRelease = interaction({
  name: 'tell-of-release',
  on: ['ticketReleased'],
  to: async (scene, ask) => [await ask.groupOrDesk(from(scene).group)],
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    group: name(await ask.groupName(from(scene).group)),
    member: name(await ask.nameOf(from(scene).member)),
    customer: name(await ask.nameOf(scene.ticket.customer_id)),
    openedOn: day(scene.ticket.opened_at),
  }),
  by: ['in-app', 'email'],
})

const from = (scene: Scene) => detail(scene, 'from')!
