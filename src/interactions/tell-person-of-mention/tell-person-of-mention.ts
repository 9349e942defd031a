import { detail, interaction } from '../interaction.ts'
import { excerpt, name, text, ticketNumber } from '../raw.ts'

/** Whoever is called with @ in a reply or a note of staff's, if they see the ticket. It is meant for them: nobody mutes it. */
export const tellPersonOfMention = interaction({
  name: 'tell-person-of-mention',
  on: ['replyAdded', 'noteAdded', 'noteEdited'],
  to: (scene) => {
    const people = detail(scene, 'mentions') ?? []
    return people.length > 0 ? [{ people, side: 'staff', why: 'participant' }] : []
  },
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    actor: name(await ask.nameOf(scene.event.actor)),
    excerpt: excerpt((await ask.message(detail(scene, 'message')!)).text),
  }),
  by: ['in-app', 'email'],
})
