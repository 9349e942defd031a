import { access, constants, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** Files of people lie in there too, whatever the database is. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await make(path.resolve(folder))
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = 'unknown' } = error as { code?: string }
    throw new Error(
      `SANAD_DATA is “${folder}”, which cannot be used (${code}): please name a folder that Sanad may make and write in.`,
      { cause: error },
    )
  }
}

/** Step by step: Node's own recursive way never ends where a folder exists and nothing can be made in it, as in /proc. */
async function make(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
  if (found) return refuseFile(found.isDirectory())
  await make(path.dirname(folder))
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    // another process that starts at the same moment was faster
    if (error.code !== 'EEXIST') throw error
  })
}

function refuseFile(isFolder: boolean): void {
  if (!isFolder) throw Object.assign(new Error('This is a file.'), { code: 'ENOTDIR' })
}
