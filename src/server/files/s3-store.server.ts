import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import { S3Client } from '@aws-sdk/client-s3'
import { Disk, type DriveFile } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import { isKey, type BlobStore } from './blob-store.server.ts'
import { writeWhole } from './write-whole.server.ts'

/** Where the objects lie. Any store that speaks S3: its own address, or AWS by the region. */
export type S3Place = {
  bucket: string
  region: string
  endpoint?: string
  accessKey: string
  secretKey: string
}

/**
 * Files in an S3 bucket. A file is first whole and measured in a folder here (`waiting`), since a length must be said before the
 * first byte; then it goes up as one object, which S3 shows whole or not at all.
 */
export function openS3Store(place: S3Place, waiting: string): BlobStore {
  const folder = resolve(waiting)
  const client = new S3Client({
    region: place.region,
    ...(place.endpoint ? { endpoint: place.endpoint, forcePathStyle: true } : {}),
    credentials: { accessKeyId: place.accessKey, secretAccessKey: place.secretKey },
    // other stores than AWS refuse the checksums that the client adds by itself (parts.md, 8); ours is kept in the row
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const disk = new Disk(new S3Driver({ client, bucket: place.bucket, visibility: 'private', supportsACL: false }))
  return {
    async put(stream, most) {
      const name = randomBytes(16).toString('hex')
      const key = `${name.slice(0, 2)}/${name}`
      const temporary = join(folder, name)
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
      try {
        const written = await writeWhole(temporary, stream, most)
        await disk.putStream(key, createReadStream(temporary), { contentLength: written.size })
        return { key, ...written }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    read: (key) => disk.getStream(key),
    remove: (key) => disk.delete(key),
    has: (key) => disk.exists(key),
    async *keys() {
      for await (const { key } of objectsIn(disk)) if (isKey(key)) yield key
    },
    async bring(key, file) {
      await disk.putStream(key, createReadStream(file), { contentLength: (await stat(file)).size })
    },
    async *olderThan(moment) {
      for await (const found of objectsIn(disk)) {
        const { lastModified } = await found.getMetaData()
        if (lastModified < moment) yield found.key
      }
    },
  }
}

async function* objectsIn(disk: Disk): AsyncGenerator<DriveFile> {
  let paginationToken: string | undefined
  do {
    const page = await disk.listAll('/', { recursive: true, ...(paginationToken ? { paginationToken } : {}) })
    for (const found of page.objects) if (found.isFile) yield found
    paginationToken = page.paginationToken
  } while (paginationToken)
}
