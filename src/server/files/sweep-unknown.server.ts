import type { BlobStore } from './blob-store.server.ts'

/** One question for so many files: a million of them are a few thousand questions, and a stop comes between two. */
const atOnce = 500

/**
 * Removes what lies in a store since before a moment and no row names. `known` says which of some keys have a row; asked to end,
 * it leaves the rest to the next time.
 */
export async function sweepUnknown(
  store: BlobStore,
  before: Date,
  known: (keys: readonly string[]) => Promise<readonly string[]>,
  ending: AbortSignal,
): Promise<void> {
  let keys: string[] = []
  async function look(): Promise<void> {
    const staying = new Set(await known(keys))
    for (const key of keys) {
      // a store that is far away takes its time for each
      if (ending.aborted) return
      if (!staying.has(key)) await store.remove(key)
    }
    keys = []
  }
  for await (const key of store.olderThan(before)) {
    if (ending.aborted) return
    if (keys.push(key) === atOnce) await look()
  }
  if (keys.length > 0) await look()
}
