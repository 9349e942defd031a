import { detail, interaction } from '../interaction.ts'
import { files, name, text, ticketNumber } from '../raw.ts'

/** A message of staff's, whole: it was written for the customer. */
export const tellCustomerOfReply = interaction({
  name: 'tell-customer-of-reply',
  on: ['replyAdded'],
  to: (scene, ask) => (detail(scene, 'side') === 'staff' ? [ask.customer()] : []),
  say: async (scene, ask) => {
    const message = detail(scene, 'message')!
    return {
      number: ticketNumber(scene.ticket.number),
      title: text(scene.ticket.title),
      actor: name(await ask.nameOf(scene.event.actor)),
      reply: text((await ask.message(message)).text),
      files: files(await ask.files(`message:${message}`)),
    }
  },
  by: ['in-app', 'email'],
  comesBack: true,
})
