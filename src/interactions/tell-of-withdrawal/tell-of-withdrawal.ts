import { answerBy } from '../dates.ts'
import { detail, interaction } from '../interaction.ts'
import { day, name, number, text, ticketNumber } from '../raw.ts'

/** A solution was taken back: the desk hears of it, and the customer too if it had been offered, as do those of duplicates. */
export const tellOfWithdrawal = interaction({
  name: 'tell-of-withdrawal',
  on: ['solutionWithdrawn', 'originalAnswerWithdrawn'],
  to: async (scene, ask) => {
    if (scene.event.happened === 'originalAnswerWithdrawn') return [ask.customer('customer')]
    // the customer first: who is of the desk too is told of their own request, which nobody mutes
    return [...(detail(scene, 'wasOffered') ? [ask.customer('customer')] : []), await ask.desk()]
  },
  say: async (scene, ask) => ({
    number: ticketNumber(scene.ticket.number),
    title: text(scene.ticket.title),
    actor: name(await ask.nameOf(scene.event.actor)),
    round: number(detail(scene, 'round')!),
    reason: text(detail(scene, 'reason')),
    answerBy: day(answerBy(scene.event.at, scene.settings)),
  }),
  by: ['in-app', 'email'],
})
