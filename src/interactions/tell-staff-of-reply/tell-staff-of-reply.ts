import { detail, interaction } from '../interaction.ts'
import { excerpt, files, name, text, ticketNumber, word } from '../raw.ts'

/** What the customer writes, and what staff note among themselves: told to the staff on the ticket. */
export const tellStaffOfReply = interaction({
  name: 'tell-staff-of-reply',
  on: ['replyAdded', 'noteAdded'],
  to: async (scene, ask) => {
    if (scene.event.happened === 'noteAdded') {
      // who is called by name in it is told of that, and not twice of one note
      const toldBy = { interaction: 'tell-person-of-mention', people: detail(scene, 'mentions') ?? [] }
      return (await ask.staffOnTicket()).map((audience) => ({ ...audience, variant: 'note', toldBy }))
    }
    if (detail(scene, 'side') !== 'customer') return []
    // what a duplicate's customer adds is of use to those who work on its original, as far as they see the duplicate
    return [...(await ask.staffOnTicket()), ...(await ask.staffOnOriginal())]
  },
  say: async (scene, ask) => {
    const { event, ticket } = scene
    const message = detail(scene, 'message')!
    const { text: written } = await ask.message(message)
    const sent = await ask.files(`message:${message}`)
    const quoted = event.happened === 'noteAdded' || (event.actor !== null && (await ask.isProven(event.actor)))
    return {
      number: ticketNumber(ticket.number),
      title: text(ticket.title),
      customer: name(await ask.nameOf(ticket.customer_id)),
      actor: name(await ask.nameOf(event.actor)),
      excerpt: quoted ? excerpt(written) : undefined,
      // names are words too
      files: files(quoted ? sent : sent.map(({ size }) => ({ size }))),
      // the solution still waits for a yes or no: a part of the words, put in where this is there
      pending: ticket.status === 'responded' ? word('glossary:status.responded') : undefined,
    }
  },
  by: ['in-app', 'email'],
})
