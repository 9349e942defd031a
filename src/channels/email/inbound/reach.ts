/** Whom an answer to a mail reaches: whoever takes part in the ticket, or those alone who work on it. */
export type Reach = 'everyone' | 'staff'

type Told = { event_id: string | null; says: unknown }

/** Of a mail of ours: what a member of staff answers goes to the customer only where it told of the customer's own word. */
export const reachOf = ({ event_id: event, says }: Told, ofCustomers: ReadonlySet<string>): Reach =>
  (says as { side?: unknown }).side === 'customer' || (event !== null && ofCustomers.has(event)) ? 'everyone' : 'staff'
