/**
 * Stars belong to one closing: what was given before a ticket was reopened asks to be given anew. Moments as dates, or as the
 * ISO texts that the pages have.
 */
export const ratedNow = <Moment extends Date | string>(ratedAt: Moment | null, closedAt: Moment | null): boolean =>
  ratedAt !== null && closedAt !== null && ratedAt >= closedAt
