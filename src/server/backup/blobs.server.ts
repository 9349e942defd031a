import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { openBlobStore, type BlobStore } from '../files/blob-store.server.ts'
import { blobsFolder } from './manifest.ts'
import { summing } from './summing.server.ts'

/** Side by side: a store that is far away answers each question late, a disk makes each file certain late. */
const atOnce = 8

/** Copies all blobs of a store into a backup; one that goes while we look is left to `lacking` to judge. */
export async function blobsOut(
  store: BlobStore,
  folder: string,
  sums: Map<string, string>,
): Promise<{ count: number; bytes: number }> {
  let [count, bytes] = [0, 0]
  await sideBySide(store.keys(), async (key) => {
    const target = join(folder, blobsFolder, key)
    const copied = await copyOut(store, key, target).catch(async (error: unknown) => {
      if (await store.has(key)) throw error
      return rm(target, { force: true })
    })
    if (!copied) return
    sums.set(`${blobsFolder}/${key}`, copied.sum)
    count++
    bytes += copied.bytes
  })
  return { count, bytes }
}

/** Puts the blobs of a checked backup where the store looks for them. Others that lie there stay. */
export async function blobsIntoStore(folder: string, store: BlobStore): Promise<void> {
  const from = join(folder, blobsFolder)
  await sideBySide(openBlobStore(from).keys(), (key) => store.bring(key, join(from, key)))
}

/** The first that fails ends all of it, once nobody is at work any more. */
async function sideBySide(keys: AsyncGenerator<string>, work: (key: string) => Promise<void>): Promise<void> {
  const lane = async () => {
    try {
      for (let next = await keys.next(); !next.done; next = await keys.next()) await work(next.value)
    } catch (error) {
      await keys.return(undefined)
      throw error
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function copyOut(store: BlobStore, key: string, to: string): Promise<{ sum: string; bytes: number }> {
  const from = await store.read(key)
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const { through, sum, bytes } = summing()
  await pipeline(from, through, createWriteStream(to, { mode: 0o600, flush: true }))
  return { sum: sum(), bytes: bytes() }
}

export type NamedBlob = { table: string; key: string; sha256: string }

/** The blobs that rows name: every table with the columns `key` and `sha256` keeps files. */
export async function namedBlobs(client: pg.ClientBase): Promise<NamedBlob[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and 2 = (
       select count(*) from pg_attribute where attrelid = pg_class.oid and attname in ('key', 'sha256') and not attisdropped
     )`,
  )
  const named: NamedBlob[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ key: string; sha256: string }>(
      `select key, sha256 from public.${client.escapeIdentifier(name)} where key is not null`,
    )
    for (const row of rows) named.push({ table: name, ...row })
  }
  return named
}

/** Those of which the backup lacks the blob, or has another than was sent. */
export const lacking = (named: readonly NamedBlob[], sums: ReadonlyMap<string, string>): NamedBlob[] =>
  named.filter(({ key, sha256 }) => sums.get(`${blobsFolder}/${key}`) !== sha256)

/** Whether the row is still there: a file that was removed while the backup was made is nobody's loss. */
export async function isStillNamed(client: pg.ClientBase, { table, key }: NamedBlob): Promise<boolean> {
  const { rows } = await client.query(
    `select where exists (select from public.${client.escapeIdentifier(table)} where key = $1)`,
    [key],
  )
  return rows.length > 0
}
