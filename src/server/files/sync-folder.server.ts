import { open } from 'node:fs/promises'

/** A file that was renamed is there after a crash once its folder is on the disk too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
