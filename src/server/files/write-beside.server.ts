import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'

/**
 * A small file of ours, whole and on the disk beside where it belongs, for its owner alone; returns its path, to be linked or
 * renamed into place. Nothing is left of one that cannot be written, as on a full disk.
 */
export async function writeBeside(file: string, text: string): Promise<string> {
  const beside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(beside, text, { mode: 0o600, flag: 'wx', flush: true })
    return beside
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
