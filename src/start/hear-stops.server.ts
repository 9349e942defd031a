const longestDrainMs = 30_000
const samePressMs = 500
const codes = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Hears Ctrl-C and SIGTERM from the first moment on. During the start they end the process at once, which takes an embedded
 * database along; left to the system, they would leave it running. Once the returned function waits, the first one drains and
 * a second ends at once. One press of Ctrl-C comes twice under npm, from the terminal and handed on by npm: what follows at
 * once is the same press.
 */
export function hearStops(): (stop: () => Promise<void>) => Promise<void> {
  let drain: (() => void) | undefined
  let heardAt: number | undefined
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      const now = performance.now()
      if (heardAt !== undefined && now - heardAt < samePressMs) return
      heardAt = now
      if (!drain) return process.exit(codes[signal])
      const begin = drain
      drain = undefined
      begin()
    })
  return async (stop) => {
    await new Promise<void>((resolve) => (drain = resolve))
    // a database that is silent would hold us for ever; what was acknowledged is safe there
    setTimeout(() => process.exit(1), longestDrainMs).unref()
    await stop()
    process.exit(0)
  }
}
