import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { refuse } from '../errors/refusal.ts'

export type Blob = { key: string; size: number; sha256: string }

export type BlobStore = {
  /** Takes a stream to its end, in constant memory: whole and safe on disk, or not at all. 413 once it is larger. */
  put(stream: Readable | AsyncIterable<Buffer>, most: number): Promise<Blob>
  read(key: string): Promise<Readable>
  remove(key: string): Promise<void>
  /** The keys of all that lies here since before a moment; what was only begun by then is swept away. */
  olderThan(moment: Date): AsyncGenerator<string>
}

const begun = '.begun'

/** Files of people, under names of our own: what they call them is never part of a path. Made when the first one comes. */
export function openBlobStore(folder: string): BlobStore {
  const location = resolve(folder)
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }))
  const at = (key: string) => join(location, key)
  return {
    async put(stream, most) {
      const name = randomBytes(16).toString('hex')
      const temporary = at(join(begun, name))
      const key = `${name.slice(0, 2)}/${name}`
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
      await mkdir(dirname(at(key)), { recursive: true, mode: 0o700 })
      try {
        const written = await writeWhole(temporary, stream, most)
        await rename(temporary, at(key))
        await syncFolder(dirname(at(key)))
        return { key, ...written }
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
    read: (key) => disk.getStream(key),
    remove: (key) => disk.delete(key),
    async *olderThan(moment) {
      for (const name of await readdir(location).catch(() => [])) {
        for (const file of await readdir(at(name)).catch(() => [])) {
          const found = await stat(at(join(name, file))).catch(() => null)
          if (!found || found.mtime >= moment) continue
          if (name === begun) await rm(at(join(name, file)), { force: true })
          else yield `${name}/${file}`
        }
      }
    },
  }
}

/** Counted while it comes: a length that a header claims is nothing. On disk before it counts as taken. */
async function writeWhole(path: string, stream: AsyncIterable<Buffer>, most: number): Promise<Omit<Blob, 'key'>> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const piece of stream) {
      size += piece.length
      if (size > most) refuse('tooLarge', { variables: { size: sizeInWords(size), max: sizeInWords(most) } })
      hash.update(piece)
      await file.write(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { size, sha256: hash.digest('hex') }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

const sizeInWords = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`
