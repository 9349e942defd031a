/**
 * Does something again and again, never twice at a time: the pause counts from the end of the last time. What goes wrong is
 * told and tried again at the next turn.
 */
export function every(seconds: number, work: () => Promise<unknown>, onTrouble: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  function turn(): void {
    running = once()
  }

  async function once(): Promise<void> {
    try {
      await work()
    } catch (error) {
      onTrouble(error)
    }
    if (!stopped) timer = setTimeout(turn, seconds * 1000)
  }

  turn()
  return {
    /** Waits for the turn that is running. */
    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
