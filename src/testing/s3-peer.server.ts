import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { S3Place } from '../server/files/s3-client.server.ts'

/** A real peer that speaks S3 over HTTP, with these buckets. It accepts any key, so nothing it shows is about who may. */
export async function openS3Peer(...buckets: string[]) {
  const directory = mkdtempSync(join(tmpdir(), 'sanad-s3-'))
  const configureBuckets = buckets.map((name) => ({ name, configs: [] }))
  const peer = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets })
  const { port } = await peer.run()
  const endpoint = `http://127.0.0.1:${port}`
  return {
    place: (bucket: string): S3Place => ({
      bucket,
      region: 'us-east-1',
      endpoint,
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
    }),
    /** As an operator names it to the product's programs. */
    environment: (bucket: string) => ({
      S3_BUCKET: bucket,
      S3_ENDPOINT: endpoint,
      S3_ACCESS_KEY: 'S3RVER',
      S3_SECRET_KEY: 'S3RVER',
    }),
    async close() {
      await peer.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
