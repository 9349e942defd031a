/** Failed sign-ins are counted per account and per network; a success is never limited. */
export type Limit = { bucket: string; most: number; minutes: number }

export const signInLimits = (account: string, network: string): Limit[] => [
  { bucket: accountBucket(account), most: 5, minutes: 15 },
  { bucket: `network:${network}`, most: 100, minutes: 10 },
]

/** By address: strangers fill it too. */
export const accountBucket = (account: string): string => `account:${account}`

/** The password once more, by whoever is signed in already: a stranger's tries at the sign-in page do not count here. */
export const proofLimits = (user: string): Limit[] => [{ bucket: `proof:${user}`, most: 5, minutes: 15 }]

/** Codes of a second factor. Whoever tries them knows the password. */
export const codeLimits = (user: string): Limit[] => [{ bucket: `code:${user}`, most: 5, minutes: 15 }]

/** Mails that a stranger can have sent to an address, and asked for from a network. */
export const resetLimits = (address: string, network: string): { address: Limit; network: Limit } => ({
  address: { bucket: `reset:${address}`, most: 3, minutes: 60 },
  network: { bucket: `reset-network:${network}`, most: 100, minutes: 10 },
})

/** The same of whoever wants an account for an address. */
export const registrationLimits = (address: string, network: string): { address: Limit; network: Limit } => ({
  address: { bucket: `registration:${address}`, most: 3, minutes: 60 },
  network: { bucket: `registration-network:${network}`, most: 30, minutes: 60 },
})

/** Links that were none, or are over: looked at or used. */
export const linkLimits = (network: string): Limit[] => [{ bucket: `link-network:${network}`, most: 100, minutes: 10 }]

/** Ways back from the provider outside that led to nobody. */
export const outsideLimits = (network: string): Limit[] => signInLimits('', network).slice(1)

/** Tries under way stand in a bucket of their own until they succeed or fail. */
export const underWay = (bucket: string): string => `under-way:${bucket}`

export type Try = { bucket: string; at: Date }

export type Answer = { may: 'go' } | { may: 'wait' } | { may: 'not yet'; seconds: number }

/** A try that ended with its process is taken as failed after this long. */
const lostAfterMs = 60_000

/**
 * May one more try begin? Those under way count as if they failed, or many at once would get through together; but they
 * may all succeed, so then one waits for them instead of being refused.
 */
export function answerTo(limit: Limit, tries: readonly Try[], now: Date): Answer {
  const window = limit.minutes * 60_000
  const ago = (entry: Try) => now.getTime() - entry.at.getTime()
  const recent = tries.filter((entry) => ago(entry) < window).sort((a, b) => b.at.getTime() - a.at.getTime())
  const isFailed = (entry: Try) => entry.bucket === limit.bucket || ago(entry) > lostAfterMs
  const failed = recent.filter((entry) => isFailed(entry))
  const decisive = failed[limit.most - 1]
  if (decisive) return { may: 'not yet', seconds: Math.max(1, Math.ceil((window - ago(decisive)) / 1000)) }
  return recent.length >= limit.most ? { may: 'wait' } : { may: 'go' }
}

/** The strictest answer of several limits. */
export function strictest(answers: readonly Answer[]): Answer {
  const refusals = answers.filter((answer) => answer.may === 'not yet').sort((a, b) => b.seconds - a.seconds)
  return refusals[0] ?? answers.find((answer) => answer.may === 'wait') ?? { may: 'go' }
}
