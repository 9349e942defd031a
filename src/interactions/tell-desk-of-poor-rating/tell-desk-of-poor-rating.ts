import { detail, interaction } from '../interaction.ts'
import { day, name, number, text, ticketNumber, word } from '../raw.ts'

const poor = 2
const best = 5

/** A customer gave one star or two. */
export const tellDeskOfPoorRating = interaction({
  name: 'tell-desk-of-poor-rating',
  on: ['ticketRated'],
  to: async (scene, ask) => (detail(scene, 'score')! <= poor ? [await ask.desk()] : []),
  say: async (scene, ask) => {
    const { ticket } = scene
    const score = detail(scene, 'score')!
    return {
      number: ticketNumber(ticket.number),
      title: text(ticket.title),
      customer: name(await ask.nameOf(ticket.customer_id)),
      score: number(score),
      max: number(best),
      scoreWord: word(`rating:score.${score}`),
      comment: text(detail(scene, 'comment')),
      assignee: name((await ask.nameOf(ticket.member_id)) ?? (await ask.groupName(ticket.group_id))),
      closedOn: day(ticket.closed_at),
    }
  },
  by: ['in-app', 'email'],
})
