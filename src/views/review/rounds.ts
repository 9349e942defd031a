// The round that waits for review, the one before it, and whether the two can be laid over each other.
import type { PresentedRound, PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'

export type Rounds = { readonly now: PresentedRound; readonly before: PresentedRound | undefined }

export const roundsOf = ({ solution }: Pick<PresentedTicket, 'solution'>): Rounds | undefined => {
  if (solution?.state !== 'inReview') return undefined
  const at = solution.rounds.findIndex(({ round }) => round === solution.round)
  const now = solution.rounds[at]
  return now && { now, before: solution.rounds[at - 1] }
}

/** Both as they were written: a translation is no new round. Another language is another text. */
export const comparable = ({ now, before }: Rounds): { before: string; now: string; language: string } | undefined => {
  const language = now.text.source
  const then = before?.text.texts[language]?.text
  return then === undefined ? undefined : { before: then, now: now.text.texts[language]?.text ?? '', language }
}
