import { createHash, randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const patience = 600_000
const quietFor = 3_000

/** Does the work while no other process of this user does the same work for the same folder. */
export function alone(root, work, job) {
  const name = `sanad-${work}-${process.getuid?.() ?? 0}-${digest(root)}.lock`
  const release = waitFor(path.join(tmpdir(), name))
  try {
    job()
  } finally {
    release()
  }
}

function waitFor(file) {
  const begun = Date.now()
  for (let isSaid = false; ;) {
    const release = take(file)
    if (release !== undefined) return release
    const waited = Date.now() - begun
    if (!isSaid && waited > quietFor) {
      isSaid = true
      console.error('Another process is preparing Sanad here; waiting for it ...')
    }
    if (waited > patience)
      throw new Error(`Another process has been preparing for ten minutes. If none is, remove ${file}.`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
}

/** As src/server/db/embedded/lock.server.ts, which the oldest Node that comes here cannot read. */
function take(file) {
  const token = randomUUID()
  const written = `${file}.${token}`
  writeFileSync(written, JSON.stringify({ pid: process.pid, started: startOf(process.pid), token }), { mode: 0o600 })
  try {
    if (create(file, written) || replaces(file, written)) return () => rmSync(file, { force: true })
    return undefined
  } finally {
    rmSync(written, { force: true })
  }
}

function create(file, written) {
  try {
    linkSync(written, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Of several that judge the same dead holder one alone may replace it: a lock for just this dead lock decides. */
function replaces(file, written) {
  const theirs = read(file)
  if (theirs === undefined || isHeld(theirs)) return false
  const release = take(`${file}.${digest(theirs)}`)
  if (release === undefined) return false
  try {
    if (read(file) !== theirs) return false
    renameSync(written, file)
    return true
  } finally {
    release()
  }
}

/** A pid alone is not enough: in a container that was started again another process has it at once, often this one. */
function isHeld(content) {
  try {
    const { pid, started } = JSON.parse(content)
    if (pid === process.pid) return false
    process.kill(pid, 0)
    return started === undefined || started === startOf(pid)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** When it began, where the machine tells (Linux); of a process that has ended and waits to be reaped nothing. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name stands in brackets and may itself hold spaces and brackets.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? undefined : rest[18]
  } catch {
    return undefined
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
