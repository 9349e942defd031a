import { closingNamed } from '../../workflow/what-it-was-about.ts'
import { daysAfter } from '../dates.ts'
import { detail, interaction, type Scene } from '../interaction.ts'
import { day, text, ticketNumber, until } from '../raw.ts'

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
      spokeOn: day(detail(scene, 'spokeAt')),
      rateUntil: until(daysAfter(event.at, settings.workflow.ratingDays)),
      reopenUntil: until(daysAfter(event.at, settings.workflow.reopenDays)),
    }
  },
  about: ({ event }) => closingNamed(event.at),
  by: ['in-app', 'email'],
  spare: true,
  tellsActor: ['solutionAccepted'],
})

function wayOfClosing(scene: Scene): string {
  const { happened } = scene.event
  if (happened === 'solutionAccepted') return 'accepted'
  if (happened === 'ticketClosed') return 'closed'
  return detail(scene, 'spokeAt') ? 'silenceAnswered' : 'silence'
}
