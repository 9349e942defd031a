import { setTimeout as pause } from 'node:timers/promises'

const usualMost = 5_000
const look = 100

/**
 * What nobody waits for stands back while people do: each time that it asks it waits for a lull, and for five seconds in all at
 * the most, so that a rush that does not end holds it up no longer. `goesOn` turns false when the process is about to end.
 */
export function givingWay(peopleWait: () => boolean, goesOn: () => boolean, most = usualMost): () => Promise<void> {
  const patience = performance.now() + most
  return async () => {
    while (goesOn() && peopleWait() && performance.now() < patience) await pause(look)
  }
}
