import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { markOf } from '../../server/backup/make-backup.server.ts'
import { secretFile, type Manifest } from '../../server/backup/manifest.ts'
import type { Config } from '../../server/config.ts'
import { syncFolder } from '../../server/files/sync-folder.server.ts'
import { writeBeside } from '../../server/files/write-beside.server.ts'

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
    if (here !== secret.trim()) aside = await takePlace(file, secret, here !== null)
  }
  const secret = config.secret ?? (await secretIn(file))
  return { isOfBackup: secret !== null && markOf(secret) === manifest.secretMark, aside }
}

/** The one that was here goes when the new one is on the disk; where it went. */
async function takePlace(file: string, secret: string, isTaken: boolean): Promise<string | null> {
  const beside = await writeBeside(file, secret)
  const aside = isTaken ? `${file}-until-${new Date().toISOString().replaceAll(':', '.')}` : null
  if (aside) await rename(file, aside)
  await rename(beside, file)
  await syncFolder(dirname(file))
  return aside
}

const secretIn = async (file: string): Promise<string | null> =>
  (await readFile(file, 'utf8').catch(() => null))?.trim() ?? null
