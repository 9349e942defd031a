import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { errorCode } from './error-code.ts'
import type { Home } from './home.server.ts'
import { findProcess, processesIn, workingFolder, type Process } from './processes.server.ts'
import { until } from './waiting.ts'

// Beyond what any kernel hands out (Linux: 4,194,304): surely nobody.
const nobody = 99_999_999

/** The postmaster that postmaster.pid names, if it lives, is no zombie, and truly serves this folder. */
export function livingPostmaster(home: Home): Process | undefined {
  const found = findProcess(pidIn(pidFile(home)) ?? 0)
  return found !== undefined && !found.zombie && serves(found, home) ? found : undefined
}

/**
 * After a crash the lock files may name a zombie, or a pid that something else has now, and PostgreSQL would refuse to start
 * for as long as that lives. postmaster.pid is not removed: its other lines name the shared memory, by which PostgreSQL itself
 * makes sure that no old backend still writes. Only the pid is changed, to one that cannot exist. The socket's lock holds
 * nothing else and may go. Called only while nobody answers on the socket.
 */
export async function clearTheWay(home: Home): Promise<void> {
  const pid = pidIn(pidFile(home))
  if (pid !== undefined && livingPostmaster(home) === undefined) {
    await endOrphans(home)
    if (findProcess(pid) !== undefined) renamePid(home)
  }
  const socketLock = path.join(home.socket, '.s.PGSQL.5432.lock')
  const found = findProcess(pidIn(socketLock) ?? 0)
  if (found !== undefined && (found.zombie || !serves(found, home))) rmSync(socketLock, { force: true })
}

/** Backends notice the death of their postmaster only when they next wait; one deep in a query works on for minutes. */
async function endOrphans(home: Home): Promise<void> {
  const orphans = () => processesIn(home.cluster, home.binaries.postgres)
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const { pid } of orphans()) tell(pid, signal)
    if (await until(() => orphans().length === 0, 3_000)) return
  }
}

/** Who is gone already needs no telling: that is no error. */
export function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

function renamePid(home: Home): void {
  const file = pidFile(home)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\s*\d+/, String(nobody)))
}

function serves(found: Process, home: Home): boolean {
  const folder = workingFolder(found.pid)
  if (folder !== undefined) return folder === home.cluster && found.command.includes('postgres')
  return found.command.includes('postgres') && found.command.includes(home.cluster)
}

function pidIn(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function pidFile(home: Home): string {
  return path.join(home.cluster, 'postmaster.pid')
}
