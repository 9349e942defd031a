/**
 * A line on which nothing is heard is asked after once in ten seconds, and given up ten seconds later: without a delay of its own the
 * kernel asks for the first time after two hours. A machine of the database that is gone, and did not say so, is noticed by it.
 */
export const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }
