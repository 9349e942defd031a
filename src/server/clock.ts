/** The one source of time; tests move theirs. A change asks it once. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }
