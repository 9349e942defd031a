import { answerNamed } from '../../workflow/what-it-was-about.ts'
import { daysAfter } from '../dates.ts'
import { detail, interaction } from '../interaction.ts'
import { files, text, ticketNumber, until } from '../raw.ts'

/** A solution went out, after its review or at once where nothing is reviewed. */
export const tellCustomerOfSolution = interaction({
  name: 'tell-customer-of-solution',
  on: ['solutionApproved', 'solutionOffered'],
  to: (scene, ask) => [ask.customer(scene.event.after['asks_verdict'] === false ? 'noConfirm' : undefined)],
  say: async (scene, ask) => {
    const { silenceDays, reopenDays } = scene.settings.workflow
    const round = detail(scene, 'round')!
    const closesOn = daysAfter(scene.event.at, silenceDays)
    return {
      number: ticketNumber(scene.ticket.number),
      title: text(scene.ticket.title),
      solution: text((await ask.round(round)).text),
      files: files(await ask.files(`solution:${round}`)),
      closesOn: until(closesOn),
      reopenUntil: until(daysAfter(closesOn, reopenDays)),
    }
  },
  about: (scene) => answerNamed(scene.ticket.number, detail(scene, 'round')!),
  by: ['in-app', 'email'],
  comesBack: true,
})
