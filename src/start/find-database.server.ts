import type { Config } from '../server/config.ts'
import { startEmbedded } from '../server/db/embedded/start-embedded.server.ts'
import { refuseElsewhere } from './database-elsewhere.server.ts'
import { openDataFolder } from './open-data-folder.server.ts'
import { reachDatabase } from './reach-database.server.ts'

export type Say = (sentence: string) => void

/** The one that was named, else one of our own under the data folder. */
export async function findDatabase(config: Config, say: Say): Promise<{ url: string; stop(): Promise<void> }> {
  await openDataFolder(config.data)
  await refuseElsewhere(config)
  if (config.databaseUrl) {
    await reachDatabase(config.databaseUrl, say)
    return { url: config.databaseUrl, stop: async () => {} }
  }
  const embedded = await startEmbedded({ folder: config.data, log: say })
  return { url: embedded.url, stop: () => embedded.stop() }
}
