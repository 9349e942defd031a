/** One run of a driver: how long it took, and each operation's milliseconds. */
export type Run = { seconds: number; latencies: Float64Array; failures: string[] }

/** So many at a time, each asking anew as soon as it is answered; every item once. */
export async function closedLoop<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, lane: number) => Promise<string | null>,
): Promise<Run> {
  const latencies = new Float64Array(items.length)
  const failures: string[] = []
  let next = 0
  const lane = async (_: unknown, index: number) => {
    while (next < items.length) {
      const at = next++
      const start = performance.now()
      const failure = await work(items[at]!, index)
      latencies[at] = performance.now() - start
      if (failure !== null && failures.length < 5) failures.push(failure)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: atOnce }, lane))
  return { seconds: (performance.now() - start) / 1000, latencies, failures }
}
