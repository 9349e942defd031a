/**
 * From when the days count in which something can still be said: from its end, and on a duplicate anew from its original's. Until
 * then its customer waits for what comes of that one.
 */
export function overSince(ticket: { closed_at: Date | null; original_ended_at?: Date | null }): Date | null {
  const { closed_at: own, original_ended_at: originals } = ticket
  return own && originals && originals > own ? originals : own
}
