import { hearStops } from './hear-stops.server.ts'

/** To whoever started the process. */
export const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** What went wrong, in one sentence; with LOG_LEVEL=debug all that is known of it. */
export function sayWhy(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
}

/** Of a command that ends by itself: it ends with what `main` gives, and with 1 where that fails. */
export async function runToEnd(main: () => Promise<number | void>): Promise<void> {
  hearStops()
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    sayWhy(error)
    process.exitCode = 1
  }
}
