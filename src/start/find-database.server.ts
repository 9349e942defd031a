import { access, constants, mkdir } from 'node:fs/promises'
import type { Config } from '../server/config.ts'
import { startEmbedded } from '../server/db/embedded/start-embedded.server.ts'

export type Say = (sentence: string) => void

/** The one that was named, else one of our own under the data folder. */
export async function findDatabase(config: Config, say: Say): Promise<{ url: string; stop(): Promise<void> }> {
  await openDataFolder(config.data)
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} }
  const embedded = await startEmbedded({ folder: config.data, log: say })
  return { url: embedded.url, stop: () => embedded.stop() }
}

/** Files of people lie in there too, whatever the database is. */
async function openDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = 'unknown' } = error as { code?: string }
    throw new Error(
      `SANAD_DATA is “${folder}”, which cannot be used (${code}): please name a folder that Sanad may make and write in.`,
      { cause: error },
    )
  }
}
