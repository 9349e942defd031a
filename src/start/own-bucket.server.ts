import type { Kysely } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { openBlobStore, type BlobStore } from '../server/files/blob-store.server.ts'
import { openBlobs, openExportFiles } from '../server/files/open-blobs.server.ts'
import type { BucketMark } from '../server/files/bucket-mark.server.ts'
import type { Config } from '../server/config.ts'
import type { Say } from './find-database.server.ts'
import type { Installation } from './open-installation.server.ts'
import { openDatabase } from '../server/db/database.server.ts'

// Of what lies in the bucket, everything that the database does not know is swept away. So a bucket belongs to one database.

type Place = Pick<Config, 's3' | 'data'>

class ForeignBucket extends Error {}

/**
 * Throws where the bucket is another installation's. One without a mark (nobody's yet, or of a version that knew none) is taken
 * where nothing lies in it, or where files lie in it that this database knows. A folder is always ours.
 */
export async function ownBucket(place: Place, db: Kysely<Tables>): Promise<void> {
  const mark = await markOf(place)
  if (!mark) return
  const id = await idOf(db)
  const owner = await mark.read()
  if (owner === id) return
  if (owner !== null) throw new ForeignBucket(`${named(place)} belongs to another installation of Sanad. ${whatToDo}`)
  if (!(await isFree(place, db)))
    throw new ForeignBucket(`${named(place)} holds files of which this database knows nothing. ${whatToDo}`)
  await mark.write(id)
}

/** At the start. A bucket that does not answer is asked again before anything is swept. */
export async function beginOnBucket({ config, database }: Installation, say: Say): Promise<void> {
  try {
    await ownBucket(config, database.primary)
  } catch (error) {
    if (error instanceof ForeignBucket) throw error
    say(`The bucket cannot be used: ${(error as Error).message} Until it can, files are neither taken nor given.`)
  }
}

/** A backup goes into a bucket in which nothing would be swept away once its database runs on it; `taking` says that this is meant. */
export async function refuseUsedBucket(place: Place, backedUp: string, taking: boolean): Promise<void> {
  const mark = await markOf(place)
  if (!mark || taking) return
  if ((await mark.read()) === null && !(await hasMoreThan(place, openBlobStore(backedUp)))) return
  throw new Error(
    `${named(place)} is used by an installation of Sanad, whose newer files would be lost. Please name an empty bucket with S3_BUCKET. Where that installation is gone for good, or is the one that you restore, add --take-bucket.`,
  )
}

/** After a restore, which has made another installation of the database at `url`. */
export async function takeBucket(place: Place, url: string): Promise<void> {
  const mark = await markOf(place)
  if (!mark) return
  const database = openDatabase<Tables>({ url })
  await mark.write(await idOf(database.primary)).finally(() => database.close())
}

const idOf = async (db: Kysely<Tables>): Promise<string> =>
  (await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()).id

const named = ({ s3 }: Place): string => `The bucket “${s3!.bucket}”`

const whatToDo =
  'Please name a bucket of its own with S3_BUCKET, or none; “Files” in docs/operating.md says how a bucket changes hands.'

async function markOf({ s3 }: Place): Promise<BucketMark | null> {
  if (!s3) return null
  const { openBucketMark } = await import('../server/files/bucket-mark.server.ts')
  return openBucketMark(s3)
}

const someKeys = 20

/** Asked of the newest: they are the last that would have been lost. */
async function isFree(place: Place, db: Kysely<Tables>): Promise<boolean> {
  const [blobs, exports] = [await openBlobs(place), await openExportFiles(place)]
  if ((await isEmpty(blobs)) && (await isEmpty(exports))) return true
  const newest = await Promise.all([
    db
      .selectFrom('ticket_file')
      .select('key')
      .where('key', 'is not', null)
      .orderBy('at', 'desc')
      .limit(someKeys)
      .execute(),
    db.selectFrom('upload').select('key').orderBy('at', 'desc').limit(someKeys).execute(),
  ])
  for (const { key } of newest.flat()) if (await blobs.has(key!)) return true
  const written = db.selectFrom('export_file').select('key').where('key', 'is not', null)
  for (const { key } of await written.orderBy('asked_at', 'desc').limit(someKeys).execute())
    if (await exports.has(key!)) return true
  return false
}

async function isEmpty(store: BlobStore): Promise<boolean> {
  const keys = store.keys()
  const { done } = await keys.next()
  await keys.return(undefined)
  return done === true
}

async function hasMoreThan(place: Place, backedUp: BlobStore): Promise<boolean> {
  if (!(await isEmpty(await openExportFiles(place)))) return true
  for await (const key of (await openBlobs(place)).keys()) if (!(await backedUp.has(key))) return true
  return false
}
