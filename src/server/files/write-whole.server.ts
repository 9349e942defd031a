import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { refuse } from '../errors/refusal.ts'

/** Counted while it comes: a length that a header claims is nothing. On disk before it counts as taken. */
export async function writeWhole(
  path: string,
  stream: AsyncIterable<Buffer>,
  most: number,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const piece of leftOpen(stream)) {
      size += piece.length
      if (size > most) refuse('tooLarge', { variables: { max: sizeInWords(most) } })
      hash.update(piece)
      await file.write(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { size, sha256: hash.digest('hex') }
}

const sizeInWords = (bytes: number): string => `${Math.floor((bytes / 1024 / 1024) * 10) / 10} MB`

/** What is refused half-way leaves the rest to whoever opened the stream: a request's line is not cut over it. */
const leftOpen = (stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> =>
  stream instanceof Readable ? (stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) : stream
