import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { IncomingMessage } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { randomBytes } from 'node:crypto'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { Disk } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import { isKey, type BlobStore } from './blob-store.server.ts'
import { openS3Client, usualPatience, type S3Place } from './s3-client.server.ts'
import { writeWhole } from './write-whole.server.ts'

const mostTries = 3
const betweenTriesMs = 200

/**
 * Files in an S3 bucket. A file is first whole and measured in a folder here (`waiting`), since a length must be said before the
 * first byte; then it goes up as one object, which S3 shows whole or not at all. Two stores in one bucket have a shelf each,
 * the beginning of their objects' names, and do not see each other.
 */
export function openS3Store(place: S3Place, waiting: string, shelf = '', patience = usualPatience): BlobStore {
  const folder = resolve(waiting)
  const client = openS3Client(place, patience)
  const disk = new Disk(new S3Driver({ client, bucket: place.bucket, visibility: 'private', supportsACL: false }))
  const at = (key: string) => shelf + key

  /**
   * The client tries again what it has in memory; a stream it cannot begin anew, but we can: the file lies here whole. What it
   * failed for at last is thrown, so that whoever asked hears whether coming again may help.
   */
  async function sendUp(key: string, file: string, size: number): Promise<void> {
    for (let left = mostTries; ; left--) {
      const content = createReadStream(file)
      try {
        return await disk.putStream(at(key), content, { contentLength: size })
      } catch (error) {
        content.destroy()
        if (left === 1) throw (error as Error).cause ?? error
        await pause(betweenTriesMs)
      }
    }
  }

  /** Ours alone: what others, or the other store, laid into the bucket is never named and so never swept away. */
  async function* objects(): AsyncGenerator<{ key: string; changed: Date }> {
    let next: string | undefined
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: place.bucket, Prefix: shelf, ...(next ? { ContinuationToken: next } : {}) }),
      )
      for (const { Key = '', LastModified } of page.Contents ?? []) {
        const key = Key.slice(shelf.length)
        if (isKey(key) && LastModified) yield { key, changed: LastModified }
      }
      next = page.NextContinuationToken
    } while (next)
  }

  return {
    async put(stream, most) {
      const name = randomBytes(16).toString('hex')
      const key = `${name.slice(0, 2)}/${name}`
      const temporary = join(folder, name)
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
      try {
        const written = await writeWhole(temporary, stream, most)
        await sendUp(key, temporary, written.size)
        return { key, ...written }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    read: async (key) => waitingFor(await disk.getStream(at(key))),
    remove: (key) => disk.delete(at(key)),
    has: (key) => disk.exists(at(key)),
    async *keys() {
      for await (const { key } of objects()) yield key
    },
    async bring(key, file) {
      await sendUp(key, file, (await stat(file)).size)
    },
    async *olderThan(moment) {
      await sweepWaiting(folder, moment)
      for await (const { key, changed } of objects()) if (changed < moment) yield key
    },
  }
}

/** What a crash cut off on its way up never goes up: who sent it was not told that it is here. */
async function sweepWaiting(folder: string, moment: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found && found.mtime < moment) await rm(join(folder, name), { force: true })
  }
}

const readersPause = 15 * 60_000

/** Once the store answers, a reader may pause: that we take nothing from the line looks like its silence. */
const waitingFor = (object: Readable): Readable => {
  if (object instanceof IncomingMessage) object.setTimeout(readersPause)
  return object
}
