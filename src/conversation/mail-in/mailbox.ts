/** Nothing heard of a mailbox for so long is an alarm: customers write, and nobody reads. */
export const silentAfter = 10 * 60_000
