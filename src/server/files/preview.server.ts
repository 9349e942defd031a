import type { Readable } from 'node:stream'

export const largestPicture = 26 * 1024 * 1024
const edge = 1024

let running: Promise<unknown> = Promise.resolve()

/** WebP of at most 1024 pixels a side; null where it is no picture, or one that unpacks to more than is safe. */
export async function previewOf(open: () => Promise<Readable>): Promise<Buffer | null> {
  const turn = running.then(async () => makePreview(Buffer.concat(await (await open()).toArray())))
  // one at a time: a decoded picture takes a few hundred megabytes
  running = turn.catch(() => undefined)
  return turn
}

async function makePreview(bytes: Buffer): Promise<Buffer | null> {
  if (!isPicture(bytes)) return null
  try {
    const { pictureIn } = await import('./careful-sharp.server.ts')
    return await pictureIn(bytes)
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer()
  } catch {
    return null
  }
}

/** By what it begins with; what it calls itself is its sender's word. */
const isPicture = (bytes: Buffer): boolean =>
  [
    [0xff, 0xd8, 0xff],
    [0x89, 0x50, 0x4e, 0x47],
    [0x47, 0x49, 0x46, 0x38],
  ].some((magic) => bytes.subarray(0, magic.length).equals(Buffer.from(magic))) ||
  (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP')
