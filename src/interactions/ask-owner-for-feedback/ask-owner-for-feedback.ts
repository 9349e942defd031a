import { daysAfter } from '../dates.ts'
import { detail, interaction, type Scene } from '../interaction.ts'
import { day, text, ticketNumber } from '../raw.ts'
import type { MultilingualText } from '../../fields/multilingual-text/multilingual-text.ts'

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
      reason: text(detail<MultilingualText>(scene, 'reason')),
      offeredOn: day(detail<string>(scene, 'offeredAt')),
      rateUntil: day(daysAfter(event.at, settings.workflow.ratingDays)),
      reopenUntil: day(daysAfter(event.at, settings.workflow.reopenDays)),
    }
  },
  by: ['in-app', 'email'],
  tellsActor: true,
})

function wayOfClosing({ event }: Scene): string {
  if (event.happened === 'solutionAccepted') return 'accepted'
  return event.happened === 'ticketClosed' ? 'closed' : 'silence'
}
