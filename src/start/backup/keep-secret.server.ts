import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { markOf } from '../../server/backup/make-backup.server.ts'
import { secretFile, type Manifest } from '../../server/backup/manifest.ts'
import type { Config } from '../../server/config.ts'

/** Puts the backup's secret into a data folder that has none. Answers whether this installation has the backup's secret. */
export async function keepSecret(config: Config, folder: string, manifest: Manifest): Promise<boolean> {
  if (config.secret === undefined && manifest.hasSecret) {
    const secret = await readFile(join(folder, secretFile), 'utf8')
    await mkdir(config.data, { recursive: true, mode: 0o700 })
    await writeFile(join(config.data, 'secret'), secret, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
    })
  }
  const secret = config.secret ?? (await readFile(join(config.data, 'secret'), 'utf8').catch(() => null))?.trim()
  return secret !== undefined && markOf(secret) === manifest.secretMark
}
