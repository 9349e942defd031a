import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { oneClient } from '../db/one-client.server.ts'
import type { BlobStore } from '../files/blob-store.server.ts'
import { syncFolder } from '../files/sync-folder.server.ts'
import { openSealer } from '../seal.server.ts'
import { blobsOut, isStillNamed, lacking } from './blobs.server.ts'
import { manifestFile, secretFile, sumsFile, writeSums, type Manifest } from './manifest.ts'
import { rowsOut } from './rows-out.server.ts'
import { sumOf } from './summing.server.ts'

export type BackupOptions = {
  url: string
  /** Where the files of people lie: the folder or the bucket. */
  store: BlobStore
  secret: string
  /** Puts the secret into the backup: without it, second factors and stored passwords of mail servers cannot be read again. */
  withSecret: boolean
  /** The backup's folder; it must not be there yet. */
  folder: string
}

export type Made = { manifest: Manifest; missing: string[] }

/**
 * Rows first, blobs second: a row's blob was there before the row, so that no row of the snapshot lacks its blob. The folder
 * gets its name only when everything is in it and on the disk.
 */
export async function makeBackup({ url, store, secret, withSecret, folder }: BackupOptions): Promise<Made> {
  const begun = await begin(folder)
  const client = oneClient({ connectionString: url, application_name: 'sanad-backup', options: '-c timezone=UTC' })
  let isBrokenOff = false
  client.once('error', () => (isBrokenOff = true))
  try {
    await client.connect()
    const sums = new Map<string, string>()
    const { rows, named } = await rowsOut(client, begun, sums)
    const blobs = await blobsOut(store, begun, sums)
    const missing: string[] = []
    for (const each of lacking(named, sums))
      if (await isStillNamed(client, each)) missing.push(`${each.table}: ${each.key}`)
    if (withSecret) await put(begun, secretFile, secret, sums)
    const manifest: Manifest = { format: 1, ...rows, blobs, secretMark: markOf(secret), hasSecret: withSecret }
    await put(begun, manifestFile, `${JSON.stringify(manifest, null, 2)}\n`, sums)
    await writeFile(join(begun, sumsFile), writeSums(sums), { mode: 0o600, flag: 'wx', flush: true })
    await rename(begun, folder)
    await syncFolder(dirname(folder))
    return { manifest, missing }
  } catch (error) {
    await rm(begun, { recursive: true, force: true })
    throw isBrokenOff ? brokenOff(error as Error) : error
  } finally {
    await client.end()
  }
}

const brokenOff = (error: Error): Error =>
  new Error(`The database broke off (${error.message}), and nothing of this backup is kept: please make it again.`, {
    cause: error,
  })

/** Refused at once, not after an hour of copying. */
async function begin(folder: string): Promise<string> {
  const begun = `${folder}.begun`
  if (existsSync(folder)) throw new Error(`${folder} is there already: please give this backup another name.`)
  if (existsSync(begun))
    throw new Error(`${begun} is there: a backup of this name is being made, or was cut off. Remove it if none is.`)
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  await mkdir(begun, { mode: 0o700 })
  return begun
}

async function put(folder: string, file: string, text: string, sums: Map<string, string>): Promise<void> {
  await writeFile(join(folder, file), text, { mode: 0o600, flag: 'wx', flush: true })
  sums.set(file, await sumOf(join(folder, file)))
}

/** The same for the same secret, and nothing that tells the secret. */
export const markOf = (secret: string): string => openSealer(secret, 'backup').mark('this installation')
