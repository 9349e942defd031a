import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { markOf } from '../../server/backup/make-backup.server.ts'
import { secretFile, type Manifest } from '../../server/backup/manifest.ts'
import type { Config } from '../../server/config.ts'

/** Whether this installation has the backup's secret now, and where another one that was here went. */
export type KeptSecret = { isOfBackup: boolean; aside: string | null }

/**
 * Puts the backup's secret into the data folder, where the environment gives none. What was sealed came with the backup: another
 * secret that a start made here before opens none of it.
 */
export async function keepSecret(config: Config, folder: string, manifest: Manifest): Promise<KeptSecret> {
  const file = join(config.data, 'secret')
  let aside: string | null = null
  if (config.secret === undefined && manifest.hasSecret) {
    await mkdir(config.data, { recursive: true, mode: 0o700 })
    const secret = await readFile(join(folder, secretFile), 'utf8')
    const here = await secretIn(file)
    if (here !== null && here !== secret.trim()) {
      aside = `${file}-until-${new Date().toISOString().replaceAll(':', '.')}`
      await rename(file, aside)
    }
    if (here !== secret.trim()) await writeFile(file, secret, { mode: 0o600, flag: 'wx' })
  }
  const secret = config.secret ?? (await secretIn(file))
  return { isOfBackup: secret !== null && markOf(secret) === manifest.secretMark, aside }
}

const secretIn = async (file: string): Promise<string | null> =>
  (await readFile(file, 'utf8').catch(() => null))?.trim() ?? null
