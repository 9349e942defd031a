const longestDrainMs = 30_000

/** Waits for Ctrl-C or SIGTERM, drains, and ends; a second one ends at once. */
export async function untilAskedToStop(stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  // a database that is silent would hold us for ever; what was acknowledged is safe there
  setTimeout(() => process.exit(1), longestDrainMs).unref()
  await stop()
  process.exit(0)
}
