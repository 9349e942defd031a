import type { Recipient } from './recipients.ts'
import { toldPeople } from './told-people.ts'

const together = ['supportDesk', 'group', 'participants'] as const

/** Whether an interaction ever tells people who are not meant personally: only then is there something to mute. */
export const mayBeMuted = (interaction: string): boolean =>
  toldPeople(interaction).some((people) => (together as readonly string[]).includes(people))

/** What is addressed to someone personally reaches them: their request, their work, their solution. */
export function isPersonal(interaction: string, { why }: Pick<Recipient, 'why'>): boolean {
  if (typeof why === 'object') return false
  return why !== 'participant' || !toldPeople(interaction).includes('participants')
}
