import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// A socket's address holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const longestAddress = 100

/** Where the socket lies: in the run folder, or, when that path is too long for a socket, in a short one of its own. */
export function socketFolder(run: string, system = tmpdir()): string {
  if (fits(run)) return run
  const key = createHash('sha256').update(run).digest('hex').slice(0, 12)
  const name = `sanad-${process.getuid?.() ?? 0}-${key}`
  const short = [system, '/tmp'].map((folder) => path.join(folder, name)).find(fits)
  if (short === undefined) throw new Error(`No folder is short enough for the database's socket (tried ${system}).`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  return short
}

/** The system's temporary folder is everyone's: nobody else may have laid this folder out for us. */
export function assertPrivate(folder: string, owners: number[]): void {
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || !owners.includes(stat.uid) || (stat.mode & 0o077) !== 0) {
    throw new Error(`The folder ${folder} is not private to this user; remove it, or give Sanad a shorter data folder.`)
  }
}

function fits(folder: string): boolean {
  return Buffer.byteLength(path.join(folder, '.s.PGSQL.5432')) <= longestAddress
}
