import { detail, interaction } from '../interaction.ts'
import { day, name, text, ticketNumber, word } from '../raw.ts'

/** Something is left after all: the representative, whoever was told that it would be said to them, and the desk hear of it. */
export const tellStaffOfReopening = interaction({
  name: 'tell-staff-of-reopening',
  on: ['ticketReopened'],
  to: async (scene, ask) => [
    ask.assignee(),
    ...(detail(scene, 'ended') === 'accepted' ? [await ask.acceptedAuthor()] : []),
    await ask.desk(),
  ],
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    actor: name(await ask.nameOf(scene.event.actor)),
    closedOn: day(detail(scene, 'closedAt')),
    status: word(`glossary:status.${String(scene.event.after['status'])}`),
    reason: text(detail(scene, 'reason')),
  }),
  by: ['in-app', 'email'],
})
