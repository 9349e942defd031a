import { bringUp } from './bring-up.server.ts'
import { errorCode } from './error-code.ts'
import type { Home } from './home.server.ts'
import { takeLock, type Lock } from './lock.server.ts'
import { ping } from './ping.server.ts'
import { adopt, stopFast, type Postmaster } from './postmaster.server.ts'
import { livingPostmaster, tell } from './postmaster-pid.server.ts'
import { joinSharers } from './sharers.server.ts'
import { calm, pause } from './waiting.ts'

export type Supervisor = { isOwner: () => boolean; stop: () => Promise<void> }
type Options = { log: (sentence: string) => void; onRestart: () => void }

const backoff = [0, 250, 500, 1_000, 2_000, 5_000]
const lookEvery = 300

/**
 * One process supervises (it holds the lock), any number share. A sharer watches the lock and takes over when its holder
 * stops or dies; the last one out stops PostgreSQL.
 */
export async function supervise(home: Home, { log, onRestart }: Options): Promise<Supervisor> {
  const membership = joinSharers(home.sharers)
  const ending = new AbortController()
  let lock: Lock | undefined
  let postmaster: Postmaster | undefined
  let known: string | undefined
  let watching: Promise<void> | undefined
  let stopping: Promise<void> | undefined

  process.once('exit', leaveAtOnce)
  try {
    await becomeReady()
  } catch (error) {
    await stop()
    throw error
  }
  watching = watch()
  return { isOwner, stop }

  function isOwner(): boolean {
    return lock?.isHeld() ?? false
  }

  /** Either we get the lock and bring the database up, or its holder does and we wait for it. */
  async function becomeReady(): Promise<void> {
    for (let look = 0; ; look++) {
      ending.signal.throwIfAborted()
      if (!isOwner()) lock = takeLock(home.lock)
      if (lock !== undefined) postmaster = await bringUp(home, log, ending.signal)
      if (lock !== undefined || (await ping(home, 'sanad')) === 'ready') break
      if (look === 50)
        log(`Another process of Sanad keeps the database, which is not at ${home.socket} yet; waiting for it ...`)
      await pause(100)
    }
    known = nameOfRunning(home)
  }

  async function watch(): Promise<void> {
    while (!ending.signal.aborted) {
      await calm(lookEvery, ending.signal)
      if (!ending.signal.aborted && !isInOrder()) await bringBack()
    }
  }

  function isInOrder(): boolean {
    try {
      if (isOwner()) return postmaster?.isGone() === false
      lock = takeLock(home.lock)
      return lock === undefined && nameOfRunning(home) === known
    } catch {
      // The folder cannot be read or written just now: bringing back says why, and tries again.
      return false
    }
  }

  async function bringBack(): Promise<void> {
    for (let attempt = 0; !ending.signal.aborted; attempt++) {
      try {
        if (await cameBack()) onRestart()
        return
      } catch (error) {
        if (ending.signal.aborted) return
        log(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : String(error)}`)
        await calm(backoff[Math.min(attempt, backoff.length - 1)] ?? 0, ending.signal)
      }
    }
  }

  async function cameBack(): Promise<boolean> {
    const before = known
    if (isOwner() && nameOfRunning(home) === undefined) log('PostgreSQL has ended; starting it again ...')
    await becomeReady()
    if (known === before) return false
    log('PostgreSQL is back.')
    return true
  }

  function stop(): Promise<void> {
    return (stopping ??= leave())
  }

  async function leave(): Promise<void> {
    ending.abort()
    await watching
    process.off('exit', leaveAtOnce)
    try {
      membership.leave()
      while (await leftToOthers());
    } catch (error) {
      // Somebody removed the data folder meanwhile: nobody else can use this PostgreSQL any more.
      if (errorCode(error) !== 'ENOENT') throw error
      if (postmaster !== undefined) await stopFast(postmaster)
    }
  }

  /**
   * The holder of the lock decides about PostgreSQL. Answers whether to look once more: those it was left to may have gone at
   * the same moment, in the belief that we still decide.
   */
  async function leftToOthers(): Promise<boolean> {
    if (!isOwner()) lock = takeLock(home.lock)
    if (lock === undefined) return false
    const running = livingPostmaster(home)
    const isLast = !membership.hasOthers()
    if (isLast && running !== undefined) await stopFast(adopt(running))
    lock.release()
    return !isLast && !membership.hasOthers()
  }

  /** For process.exit() and uncaught errors, where nothing can be awaited: PostgreSQL ends by itself once it is told. */
  function leaveAtOnce(): void {
    membership.leave()
    if (!isOwner()) lock = takeLock(home.lock)
    if (lock === undefined) return
    lock.release()
    const running = membership.hasOthers() ? undefined : livingPostmaster(home)
    if (running !== undefined) tell(running.pid, 'SIGINT')
  }
}

function nameOfRunning(home: Home): string | undefined {
  const running = livingPostmaster(home)
  return running === undefined ? undefined : `${running.pid} ${running.started}`
}
