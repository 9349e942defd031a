import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { blobsFolder } from './manifest.ts'
import { summing } from './summing.server.ts'

/** The blobs that lie under a store's folder, as `ab/ab12…`; what is only begun is none. */
export async function* blobsIn(folder: string): AsyncGenerator<string> {
  for (const shelf of await readdir(folder).catch(() => []))
    if (/^[0-9a-f]{2}$/.test(shelf)) for (const name of await readdir(join(folder, shelf))) yield `${shelf}/${name}`
}

/** Copies all blobs into a backup; one that goes while we look is left to `missingBlobs` to judge. */
export async function blobsOut(
  store: string,
  folder: string,
  sums: Map<string, string>,
): Promise<{ count: number; bytes: number }> {
  let [count, bytes] = [0, 0]
  for await (const key of blobsIn(store)) {
    const copied = await copyBlob(join(store, key), join(folder, blobsFolder, key)).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'ENOENT') return null
      throw error
    })
    if (!copied) continue
    sums.set(`${blobsFolder}/${key}`, copied.sum)
    count++
    bytes += copied.bytes
  }
  return { count, bytes }
}

/** Puts the blobs of a checked backup where the store looks for them. Those that lie there stay. */
export async function blobsIntoStore(folder: string, store: string): Promise<void> {
  for await (const key of blobsIn(join(folder, blobsFolder))) {
    const begun = join(store, '.begun', key.slice(3))
    await copyBlob(join(folder, blobsFolder, key), begun)
    await mkdir(dirname(join(store, key)), { recursive: true, mode: 0o700 })
    await rename(begun, join(store, key))
  }
}

async function copyBlob(from: string, to: string): Promise<{ sum: string; bytes: number }> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const { through, sum, bytes } = summing()
  await pipeline(createReadStream(from), through, createWriteStream(to, { mode: 0o600, flush: true }))
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
