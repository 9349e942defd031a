/** Nothing heard of a mailbox for so long is an alarm: customers write, and nobody reads. */
const silentAfter = 10 * 60_000

type Heard = { heard_at: Date | null; state_since: Date }

/** While one is paused nobody listens: its silence begins anew where it goes on, or is led elsewhere. */
export const silentSince = ({ heard_at, state_since }: Heard): Date =>
  heard_at && heard_at > state_since ? heard_at : state_since

/** `listening`: since when somebody listens at all; a restart is no silence of the mailbox. */
export const isSilent = (mailbox: Heard, now: Date, listening: Date = new Date(0)): boolean =>
  now.getTime() - Math.max(silentSince(mailbox).getTime(), listening.getTime()) > silentAfter
