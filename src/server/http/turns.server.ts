/** Well below the connections to the database: who asks hundreds of things at once leaves some to everybody else. */
const usualMost = 8

/** So many requests of one caller are worked on at a time; what more they ask waits its turn behind their own, not behind others. */
export function openTurns(most = usualMost) {
  const callers = new Map<string, { busy: number; waiting: (() => void)[] }>()

  function leave(who: string): void {
    const caller = callers.get(who)!
    const next = caller.waiting.shift()
    // the place goes over to who waits
    if (next) return next()
    caller.busy -= 1
    if (caller.busy === 0) callers.delete(who)
  }

  return async <Answer>(who: string, work: () => Promise<Answer>): Promise<Answer> => {
    const caller = callers.get(who) ?? { busy: 0, waiting: [] }
    callers.set(who, caller)
    if (caller.busy < most) caller.busy += 1
    else await new Promise<void>((go) => caller.waiting.push(go))
    try {
      return await work()
    } finally {
      leave(who)
    }
  }
}
