import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive, thisProcess } from './processes.server.ts'

export type Membership = { hasOthers: () => boolean; leave: () => void }

/** Everyone who uses the database has a file here, so that the last one out can switch it off. */
export function joinSharers(folder: string): Membership {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { pid, started } = thisProcess()
  const mine = `${pid}-${randomUUID()}.json`
  writeFileSync(path.join(folder, mine), JSON.stringify({ pid, started }), { mode: 0o600 })
  return {
    hasOthers: () => readdirSync(folder).some((name) => name !== mine && isPresent(path.join(folder, name))),
    leave: () => rmSync(path.join(folder, mine), { force: true }),
  }
}

function isPresent(file: string): boolean {
  try {
    if (isAlive(JSON.parse(readFileSync(file, 'utf8')) as { pid: number; started: string })) return true
    rmSync(file, { force: true })
  } catch {
    // Gone meanwhile, or still being written: its writer will find out by itself whether the database runs.
  }
  return false
}
