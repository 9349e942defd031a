import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { openS3Client, type S3Place } from './s3-client.server.ts'

/** An object beside the files, which says whose they are. No key looks like it, so no store ever names it. */
const name = 'sanad-installation'

/** Asked while somebody waits for the start. */
const patience = { connect: 3_000, silence: 5_000 }

export type BucketMark = {
  /** null: the bucket is nobody's. */
  read(): Promise<string | null>
  write(installation: string): Promise<void>
}

export function openBucketMark(place: S3Place): BucketMark {
  const client = openS3Client(place, patience)
  const object = { Bucket: place.bucket, Key: name }
  return {
    async read() {
      try {
        const { Body } = await client.send(new GetObjectCommand(object))
        return ((await Body?.transformToString()) ?? '').trim()
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return null
        throw error
      }
    },
    async write(installation) {
      await client.send(new PutObjectCommand({ ...object, Body: installation, ContentType: 'text/plain' }))
    },
  }
}
