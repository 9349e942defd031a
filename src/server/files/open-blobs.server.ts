import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openBlobStore, type BlobStore } from './blob-store.server.ts'
import { openS3Store } from './s3-store.server.ts'

/** Where this installation keeps files of people: a bucket where one is named, else a folder. */
export const openBlobs = ({ s3, data }: Pick<Config, 's3' | 'data'>): BlobStore =>
  s3 ? openS3Store(s3, join(data, 'waiting-for-s3')) : openBlobStore(join(data, 'files'))

/** Where exports wait until they are fetched: beside those, so that whoever writes one and whoever serves it need not be one machine. */
export const openExportFiles = ({ s3, data }: Pick<Config, 's3' | 'data'>): BlobStore =>
  s3 ? openS3Store(s3, join(data, 'waiting-for-s3'), 'exports/') : openBlobStore(join(data, 'exports'))
