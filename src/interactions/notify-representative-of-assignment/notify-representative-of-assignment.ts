import { detail, interaction, type Scene } from '../interaction.ts'
import { day, name, text, ticketNumber } from '../raw.ts'

/**
 * I3: the representative is notified of an assignment; where no member was named, the members of the group, or the Support Desk
 * where nobody in it sees it; of what came by their own mailbox, which nobody assigned, as of something new: the desk is told of
 * that anyhow.
 */
export const notifyRepresentativeOfAssignment = interaction({
  name: 'notify-representative-of-assignment',
  on: ['ticketAssigned'],
  to: async (scene, ask) => {
    const { group, member } = assigned(scene)
    if (member) return [{ people: [member], side: 'staff', why: 'assignee' }]
    if (scene.event.actor === null) return [{ ...(await ask.seersIn(group)), variant: 'mailbox' }]
    return [{ variant: 'group', ...(await ask.groupOrDesk(group)) }]
  },
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    actor: name(await ask.nameOf(scene.event.actor)),
    group: name(await ask.groupName(assigned(scene).group)),
    customer: name(await ask.nameOf(scene.ticket.customer_id)),
    openedOn: day(scene.ticket.opened_at),
  }),
  by: ['in-app', 'email'],
})

/** To whom this event assigned it, whoever has it by now: what did not change stands as it was before. */
function assigned(scene: Scene) {
  const { event } = scene
  const from = detail(scene, 'from')!
  const changed = (column: string) => Object.hasOwn(event.after, column)
  return {
    group: changed('group_id') ? (event.after['group_id'] as string) : from.group,
    member: changed('member_id') ? (event.after['member_id'] as string | null) : from.member,
  }
}
