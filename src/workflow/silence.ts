// When an answer that nobody says anything to is asked about again, and when it closes the request.
import type { PresentedEvent, PresentedMessage, PresentedTicket } from '../queries/one-ticket/one-ticket.ts'

export type Silence = { readonly remindOn: string | null; readonly closesOn: string }

type Offered = Pick<PresentedTicket, 'dueAt' | 'solution'>

/** Halfway comes the reminder: as long as it takes until there, it then takes until the closing. Notes count for nothing. */
export const silenceOf = (
  { dueAt, solution }: Offered,
  messages: readonly PresentedMessage[],
  events: readonly PresentedEvent[],
): Silence | undefined => {
  const offeredAt = solution?.rounds.findLast(({ round }) => round === solution.round)?.offeredAt
  if (!dueAt || !solution || !offeredAt) return undefined
  const began =
    [offeredAt, ...messages.filter(({ kind, side }) => kind === 'reply' && side === 'staff').map(({ at }) => at)]
      .toSorted()
      .at(-1) ?? offeredAt
  const reminded = events.some(({ happened, at }) => happened === 'solutionReminded' && at >= began)
  if (reminded || !solution.asksVerdict) return { remindOn: null, closesOn: dueAt }
  const half = Date.parse(dueAt) - Date.parse(began)
  return { remindOn: dueAt, closesOn: new Date(Date.parse(dueAt) + half).toISOString() }
}
