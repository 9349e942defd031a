import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Home } from './home.server.ts'
import { ping } from './ping.server.ts'
import { livingPostmaster, tell } from './postmaster-pid.server.ts'
import { isAlive, type Process } from './processes.server.ts'
import { pause, until } from './waiting.ts'

export type Postmaster = { process: Process; isGone: () => boolean }

/** One that somebody else started: looked after as if it were ours, without its exit being told to us. */
export function adopt(process: Process): Postmaster {
  return { process, isGone: () => !isAlive(process) }
}

/**
 * Starts postgres and waits until it answers, however long a recovery takes. It is its own session, so that Ctrl-C in a
 * terminal reaches us alone, and its words go to a file, so that it outlives us without a broken pipe.
 */
export async function launch(home: Home, signal: AbortSignal): Promise<Postmaster> {
  const child = spawnPostgres(home)
  let ended: string | undefined
  child.on('error', (error) => (ended = error.message))
  child.on('exit', (code, by) => (ended = `it ended with ${code ?? by}`))
  // Until it has written down that it runs, nobody else would find it to stop it.
  const cutShort = () => void child.kill('SIGINT')
  process.once('exit', cutShort)
  try {
    while (ended === undefined) {
      if (signal.aborted) {
        cutShort()
        await until(() => ended !== undefined, 10_000)
        break
      }
      const running = (await ping(home)) === 'ready' ? livingPostmaster(home) : undefined
      if (running !== undefined) return { process: running, isGone: () => ended !== undefined || !isAlive(running) }
      await pause(25)
    }
  } finally {
    process.off('exit', cutShort)
  }
  signal.throwIfAborted()
  throw new Error(`PostgreSQL did not start: ${ended}\n${lastWords(home, child.pid)}`)
}

/** The fast stop of pg_ctl: sessions are ended, everything is written. Only after a minute is it cut off. */
export async function stopFast({ process, isGone }: Postmaster): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (isGone()) return
    tell(process.pid, signal)
    if (await until(isGone, patience)) return
  }
}

function spawnPostgres(home: Home): ChildProcess {
  const settings = Object.entries(home.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...args] = [...home.runner.prefix, home.binaries.postgres, '-D', home.cluster, ...settings]
  const words = openSync(home.startLog, 'w', 0o600)
  try {
    const child = spawn(command, args, {
      detached: true,
      stdio: ['ignore', words, words],
      env: home.environment,
      cwd: home.run,
      ...home.runner.owner,
    })
    child.unref()
    return child
  } finally {
    closeSync(words)
  }
}

/** What it said before its own log was open, and then in there: a line begins with when, and who in brackets. */
function lastWords(home: Home, pid: number | undefined): string {
  const early = readFileSync(home.startLog, 'utf8').split('\n')
  const later = newestLog(home)
    .split('\n')
    .filter((line) => line.includes(` [${pid}] `))
  const said = [...early.filter((line) => !/logging collector|Future log output/.test(line)), ...later]
  return said.filter(Boolean).slice(-6).join('\n')
}

function newestLog(home: Home): string {
  const files = readdirSync(home.logs).map((name) => path.join(home.logs, name))
  const newest = files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
  return newest === undefined ? '' : endOf(newest, 65_536)
}

function endOf(file: string, bytes: number): string {
  const handle = openSync(file, 'r')
  try {
    const from = Math.max(0, fstatSync(handle).size - bytes)
    const buffer = Buffer.alloc(bytes)
    return buffer.toString('utf8', 0, readSync(handle, buffer, 0, bytes, from))
  } finally {
    closeSync(handle)
  }
}
