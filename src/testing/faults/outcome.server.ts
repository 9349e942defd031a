import type { Outcome } from './fault.ts'
import type { Scene } from './scene.server.ts'

/** The ledger's verdict, what `npm run verify` finds, and the mails that arrived, in one. */
export async function outcomeOf(scene: Scene, note: string, wrong: string[] = []): Promise<Outcome> {
  const { tried, lost, twice, invented } = await scene.judge()
  const { missing, sent, distinct, repeats } = await scene.mails()
  const more = [...wrong, ...(await agreed(scene))]
  if (missing > 0) more.push(`${missing} mails are marked as sent and never arrived`)
  if (sent !== distinct) more.push('two mails have one id')
  const said = repeats > 0 ? `${note}; ${sent} mails, ${repeats} of them more than once with the same id` : note
  return { tried, lost: lost.length, twice: twice.length, invented: invented.length, note: said, wrong: more }
}

/** Figures are folded once a second: what disagrees is looked at again. */
async function agreed(scene: Scene): Promise<string[]> {
  let found: string[] = []
  for (let look = 0; look < 10; look++) {
    found = await scene.disagreements()
    if (found.length === 0) return []
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  return found.slice(0, 5)
}

export const within = (what: string, seconds: number, most: number): string[] =>
  seconds <= most ? [] : [`${what} took ${seconds.toFixed(1)} s, not ${most}`]

export async function secondsUntil(fits: () => Promise<boolean>, most = 60): Promise<number> {
  const start = performance.now()
  const passed = () => (performance.now() - start) / 1000
  while (!(await fits().catch(() => false))) {
    if (passed() > most) return Infinity
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return passed()
}

export const statusOf = async (address: string, path: string, cookie = ''): Promise<number> => {
  const response = await fetch(address + path, { headers: { cookie }, signal: AbortSignal.timeout(15_000) })
  await response.arrayBuffer()
  return response.status
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
