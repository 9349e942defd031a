import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blobsFolder, damaged, manifestFile, readSums, secretFile, sumsFile, type Manifest } from './manifest.ts'
import { sumOf } from './summing.server.ts'

/** Reads every byte of a backup and compares it with what was written. Throws a sentence; changes nothing. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const sums = readSums(await read(folder, sumsFile))
  for (const [name, sum] of sums) {
    if (name.split('/').includes('..') || name.startsWith('/')) damaged(`${sumsFile} names a file outside of it`)
    const found = await sumOf(join(folder, name)).catch((error) => sayUnread(join(folder, name), error))
    if (found !== sum) damaged(`${name} is not what was written`)
  }
  const manifest = parsed(await read(folder, manifestFile))
  const named = [...manifest.tables.map(({ file }) => file), manifest.jobs.file, manifestFile]
  if (manifest.hasSecret) named.push(secretFile)
  for (const file of named) if (!sums.has(file)) damaged(`${file} is not among its sums`)
  const blobs = [...sums.keys()].filter((name) => name.startsWith(`${blobsFolder}/`)).length
  if (blobs !== manifest.blobs.count) damaged(`it has ${blobs} files of people instead of ${manifest.blobs.count}`)
  return manifest
}

const read = (folder: string, file: string): Promise<string> =>
  readFile(join(folder, file), 'utf8').catch((error) => sayUnread(join(folder, file), error))

/** A backup that was made as root, or copied by somebody else, is whole: nobody should look for another one. */
export function sayUnread(file: string, { code = 'unknown' }: { code?: string }): never {
  if (code === 'ENOENT') damaged(`${file} is missing`)
  if (code !== 'EACCES' && code !== 'EPERM') damaged(`${file} cannot be read (${code})`)
  throw new Error(
    `${file} may not be read by the user of this command (${code}): please give the backup to that user (chown -R), or copy it to where they may read it. Nothing was restored.`,
  )
}

function parsed(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== 1) throw new Error('This backup was made by a newer Sanad. Restore it with that one.')
  return manifest
}
