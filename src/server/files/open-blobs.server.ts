import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openBlobStore, type BlobStore } from './blob-store.server.ts'

type Place = Pick<Config, 's3' | 'data'>

/** Where this installation keeps files of people: a bucket where one is named, else a folder. */
export const openBlobs = (config: Place): Promise<BlobStore> => storeOf(config, 'files', '')

/** Where exports wait until they are fetched: beside those, so that whoever writes one and whoever serves it need not be one machine. */
export const openExportFiles = (config: Place): Promise<BlobStore> => storeOf(config, 'exports', 'exports/')

/** Amazon's client is read where there is a bucket, and nowhere else. */
async function storeOf({ s3, data }: Place, folder: string, shelf: string): Promise<BlobStore> {
  if (!s3) return openBlobStore(join(data, folder))
  const { openS3Store } = await import('./s3-store.server.ts')
  return openS3Store(s3, join(data, 'waiting-for-s3'), shelf)
}
