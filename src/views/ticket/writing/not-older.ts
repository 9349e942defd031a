// What the page saved is answered with what stands written then. A question that went out before, as after every hint, may be
// answered later: then it would put an older text into the box.
const told = new Map<number, number>()

const timesTold = (ticket: number): number => told.get(ticket) ?? 0

/** This page was told what stands written on the ticket, in answer to what it saved or sent. */
export const noteTold = (ticket: number): void => void told.set(ticket, timesTold(ticket) + 1)

/** Asks again where the page was told meanwhile. */
export async function notOlder<Answer>(ticket: number, ask: () => Promise<Answer>): Promise<Answer> {
  const before = timesTold(ticket)
  const answer = await ask()
  return timesTold(ticket) === before ? answer : notOlder(ticket, ask)
}
