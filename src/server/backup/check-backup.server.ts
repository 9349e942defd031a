import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blobsFolder, damaged, manifestFile, readSums, secretFile, sumsFile, type Manifest } from './manifest.ts'
import { sumOf } from './summing.server.ts'

/** Reads every byte of a backup and compares it with what was written. Throws a sentence; changes nothing. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const sums = readSums(await read(folder, sumsFile))
  for (const [name, sum] of sums) {
    if (name.split('/').includes('..') || name.startsWith('/')) damaged(`${sumsFile} names a file outside of it`)
    const found = await sumOf(join(folder, name)).catch(() => damaged(`${name} is missing or cannot be read`))
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
  readFile(join(folder, file), 'utf8').catch(() => damaged(`${join(folder, file)} is missing`))

function parsed(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest
  if (manifest.format !== 1) throw new Error('This backup was made by a newer Sanad. Restore it with that one.')
  return manifest
}
