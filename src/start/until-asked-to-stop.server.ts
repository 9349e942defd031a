/** Waits for Ctrl-C or SIGTERM, drains, and ends; a second one ends at once. */
export async function untilAskedToStop(stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  await stop()
  process.exit(0)
}
