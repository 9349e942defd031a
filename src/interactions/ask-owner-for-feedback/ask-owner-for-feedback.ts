import { daysAfter } from '../dates.ts'
import { detail, interaction, type Scene } from '../interaction.ts'
import { day, text, ticketNumber } from '../raw.ts'

/** I6: the ticket owner is asked for feedback on the service, also after their own acceptance. */
export const askOwnerForFeedback = interaction({
  name: 'ask-owner-for-feedback',
  on: ['solutionAccepted', 'ticketClosed', 'ticketClosedBySilence'],
  to: (scene, ask) => [ask.customer(wayOfClosing(scene))],
  say: (scene) => {
    const { event, ticket, settings } = scene
    return {
      number: ticketNumber(ticket.number),
      title: text(ticket.title),
      reason: text(detail(scene, 'reason')),
      offeredOn: day(detail(scene, 'offeredAt')),
      rateUntil: day(daysAfter(event.at, settings.workflow.ratingDays)),
      reopenUntil: day(daysAfter(event.at, settings.workflow.reopenDays)),
    }
  },
  by: ['in-app', 'email'],
  spare: true,
  tellsActor: ['solutionAccepted'],
})

function wayOfClosing({ event }: Scene): string {
  if (event.happened === 'solutionAccepted') return 'accepted'
  return event.happened === 'ticketClosed' ? 'closed' : 'silence'
}
