import { createHash, randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { errorCode } from './error-code.ts'
import { isAlive, thisProcess } from './processes.server.ts'

export type Lock = { isHeld: () => boolean; release: () => void }

/** One process on this machine holds the file at a time. A lock whose holder is dead is taken over; a living one is not. */
export function takeLock(file: string): Lock | undefined {
  // Those who wait ask often: to be refused costs one small read.
  const held = read(file)
  if (held !== undefined && isHolderAlive(held)) return undefined
  const { pid, started } = thisProcess()
  const token = randomUUID()
  const mine = JSON.stringify({ pid, started, token })
  // Written whole beside it, then linked or moved into place: nobody ever reads half a lock.
  const written = `${file}.${token}`
  writeFileSync(written, mine, { mode: 0o600 })
  try {
    return takes(file, written) ? heldLock(file, mine) : undefined
  } finally {
    rmSync(written, { force: true })
  }
}

function heldLock(file: string, mine: string): Lock {
  const isHeld = () => read(file) === mine
  return {
    isHeld,
    release: () => {
      if (isHeld()) rmSync(file, { force: true })
    },
  }
}

function takes(file: string, written: string): boolean {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(file, written)) return true
    const theirs = read(file)
    if (theirs === undefined) continue
    if (isHolderAlive(theirs)) return false
    if (replaces(file, theirs, written)) return true
  }
  return false
}

/**
 * Of several that judge the same dead holder one alone may replace it, while it is still that one: a lock for just this
 * dead lock decides. (Moving the dead one away and creating anew let two in, when they did it at once.)
 */
function replaces(file: string, dead: string, written: string): boolean {
  const deciding = takeLock(`${file}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`)
  if (deciding === undefined) return false
  try {
    if (read(file) !== dead) return false
    renameSync(written, file)
    return true
  } finally {
    deciding.release()
  }
}

function create(file: string, written: string): boolean {
  try {
    linkSync(written, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function isHolderAlive(content: string): boolean {
  try {
    return isAlive(JSON.parse(content) as { pid: number; started: string })
  } catch {
    // What a loss of power left of it.
    return false
  }
}
