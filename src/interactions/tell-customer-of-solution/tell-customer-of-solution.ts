import { daysAfter } from '../dates.ts'
import { detail, interaction } from '../interaction.ts'
import { day, text, ticketNumber } from '../raw.ts'

/** A solution went out, after its review or at once where nothing is reviewed. */
export const tellCustomerOfSolution = interaction({
  name: 'tell-customer-of-solution',
  on: ['solutionApproved', 'solutionOffered'],
  to: (scene, ask) => [ask.customer(scene.event.after['asks_verdict'] === false ? 'noConfirm' : undefined)],
  say: async (scene, ask) => {
    const { silenceDays, reopenDays } = scene.settings.workflow
    const closesOn = daysAfter(scene.event.at, silenceDays)
    return {
      number: ticketNumber(scene.ticket.number),
      title: text(scene.ticket.title),
      solution: text((await ask.round(detail(scene, 'round')!)).text),
      closesOn: day(closesOn),
      reopenUntil: day(daysAfter(closesOn, reopenDays)),
    }
  },
  by: ['in-app', 'email'],
  comesBack: true,
})
