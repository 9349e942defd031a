import { mkdir } from 'node:fs/promises'
import type { Config } from '../server/config.ts'
import { startEmbedded } from '../server/db/embedded/start-embedded.server.ts'

export type Say = (sentence: string) => void

/** The one that was named, else one of our own under the data folder. */
export async function findDatabase(config: Config, say: Say): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} }
  await mkdir(config.data, { recursive: true, mode: 0o700 })
  const embedded = await startEmbedded({ folder: config.data, log: say })
  return { url: embedded.url, stop: () => embedded.stop() }
}
