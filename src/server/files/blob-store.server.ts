import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { syncFolder } from './sync-folder.server.ts'
import { writeWhole } from './write-whole.server.ts'

export type Blob = { key: string; size: number; sha256: string }

export type BlobStore = {
  /** Takes a stream to its end, in constant memory: whole and safe on disk, or not at all. 413 once it is larger. */
  put(stream: Readable | AsyncIterable<Buffer>, most: number): Promise<Blob>
  read(key: string): Promise<Readable>
  remove(key: string): Promise<void>
  /** Whether a file lies under this key. */
  has(key: string): Promise<boolean>
  /** The keys of all that lies here whole, in no order that means anything. */
  keys(): AsyncGenerator<string>
  /** Puts a file of this machine under a key that a store like this one gave once: whole, or not at all. */
  bring(key: string, file: string): Promise<void>
  /** The keys of all that lies here since before a moment; what was only begun by then is swept away. */
  olderThan(moment: Date): AsyncGenerator<string>
}

const begun = '.begun'

/** As every store names what it keeps; whatever else lies beside it is not ours. */
export const isKey = (key: string): boolean => /^([0-9a-f]{2})\/\1[0-9a-f]{30}$/.test(key)

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
    has: (key) => disk.exists(key),
    async *keys() {
      for (const shelf of await readdir(location).catch(() => []))
        for (const name of await readdir(at(shelf)).catch(() => []))
          if (isKey(`${shelf}/${name}`)) yield `${shelf}/${name}`
    },
    async bring(key, file) {
      const temporary = at(join(begun, basename(key)))
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
      await mkdir(dirname(at(key)), { recursive: true, mode: 0o700 })
      await pipeline(createReadStream(file), createWriteStream(temporary, { mode: 0o600, flush: true }))
      await rename(temporary, at(key))
    },
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
