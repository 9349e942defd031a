/**
 * Does something again and again, never twice at a time: the pause counts from the end of the last time. What goes wrong is
 * told and tried again at the next turn. What may take long looks at `ending`, which is aborted by the stop.
 */
export function every(
  seconds: number,
  work: (ending: AbortSignal) => Promise<unknown>,
  onTrouble: (error: unknown) => void,
) {
  let timer: NodeJS.Timeout | undefined
  const ending = new AbortController()
  let running: Promise<void> = Promise.resolve()

  function turn(): void {
    running = once()
  }

  async function once(): Promise<void> {
    try {
      await work(ending.signal)
    } catch (error) {
      onTrouble(error)
    }
    if (!ending.signal.aborted) timer = setTimeout(turn, seconds * 1000)
  }

  turn()
  return {
    /** Waits for the turn that is running. */
    async stop(): Promise<void> {
      ending.abort()
      clearTimeout(timer)
      await running
    },
  }
}
