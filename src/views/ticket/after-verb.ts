import type { PresentedTicket } from '../../queries/one-ticket/one-ticket.ts'

type Shown = PresentedTicket | undefined
type Attempt = { readonly before: Shown; readonly expected: boolean }

/**
 * What a page shows after a verb was answered. An answer that was kept for a repeat is as old as the first try: what came
 * between is newer.
 */
export const afterAnswer = (shown: Shown, answer: PresentedTicket): PresentedTicket =>
  shown && shown.version > answer.version ? shown : answer

/** After it failed: as before, where something else was shown meanwhile; what was learnt in between stays otherwise. */
export const afterFailure = (shown: Shown, { before, expected }: Attempt): Shown =>
  expected && before && !(shown && shown.version > before.version) ? before : shown
