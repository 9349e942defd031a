import { Refusal, refuse } from '../../server/errors/refusal.ts'

export type Turnstile = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * At most `abreast` at a time, the others in line, the line bounded. Checking a password is slow on purpose and fills the
 * threads that files and names need too: a hundred people signing in at nine o'clock must not stop everybody's work.
 */
export function turnstile(abreast: number, { line = 1_000, waitMs = 20_000 } = {}): Turnstile {
  let inside = 0
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (inside >= abreast) await stand(waiting, line, waitMs)
    else inside += 1
    try {
      return await work()
    } finally {
      // the place goes straight to the next in line
      const next = waiting.shift()
      if (next) next()
      else inside -= 1
    }
  }
}

function stand(waiting: (() => void)[], line: number, waitMs: number): Promise<void> {
  if (waiting.length >= line) refuse('busy', { retryAfterSeconds: 5 })
  return new Promise((enter, leave) => {
    const next = () => {
      clearTimeout(timer)
      enter()
    }
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(next), 1)
      leave(new Refusal('busy', { retryAfterSeconds: 5 }))
    }, waitMs)
    waiting.push(next)
  })
}
