import { S3Client } from '@aws-sdk/client-s3'

/** Where the objects lie. Any store that speaks S3: its own address, or AWS by the region. */
export type S3Place = {
  bucket: string
  region: string
  endpoint?: string
  accessKey: string
  secretKey: string
}

/** Milliseconds: for the line, and without a byte on it. Without them a store that takes the line and says nothing holds us for ever. */
export type Patience = { connect: number; silence: number }

export const usualPatience: Patience = { connect: 5_000, silence: 60_000 }

export function openS3Client(place: S3Place, { connect, silence }: Patience = usualPatience): S3Client {
  const client = new S3Client({
    region: place.region,
    ...(place.endpoint ? { endpoint: place.endpoint, forcePathStyle: true } : {}),
    credentials: { accessKeyId: place.accessKey, secretAccessKey: place.secretKey },
    // other stores than AWS refuse the checksums that the client adds by itself; ours is kept in the row
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: connect, socketTimeout: silence },
  })
  // said as the system says it, so that whoever asked hears that coming again may help
  client.middlewareStack.add(
    (next) => (args) =>
      next(args).catch((error: Error) => {
        throw error.name === 'TimeoutError' ? Object.assign(error, { code: 'ETIMEDOUT' }) : error
      }),
    { step: 'initialize', name: 'sayTimeout' },
  )
  return client
}
