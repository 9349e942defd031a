import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { until } from '../waiting.ts'
import { spread } from './spread.server.ts'
import { patience } from '../../../../testing/patience.ts'

export type Said = { event: string; sentence?: string; url?: string; socketFolder?: string; owned?: boolean }
export type Holder = {
  child: ChildProcess
  said: Said[]
  errors: () => string
  hear: (event: string, times?: number) => Promise<Said>
  ask: (order: string) => void
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** A folder only we may enter, with the programs and the PostgreSQL a test runs in it; nothing of it stays behind. */
export class Place {
  readonly folder: string
  readonly holders: Holder[] = []

  constructor(preparedFrom?: string, base = mkdtempSync(path.join(tmpdir(), 'sanad-place-'))) {
    this.folder = base
    spread(base)
    if (preparedFrom !== undefined) execFileSync('cp', ['-a', path.join(preparedFrom, 'pg18'), base])
  }

  start(environment: NodeJS.ProcessEnv = {}): Holder {
    const holder = hold(this.folder, environment)
    this.holders.push(holder)
    return holder
  }

  postmasterPid(): number {
    return Number.parseInt(readFileSync(path.join(this.folder, 'pg18/postmaster.pid'), 'utf8'), 10)
  }

  postgresPids(): number[] {
    return processesBelow(this.folder)
  }

  isQuiet(): boolean {
    return this.postgresPids().length === 0 && !existsSync(path.join(this.folder, 'pg18/postmaster.pid'))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const holder of this.holders) await holder.end('SIGKILL')
    for (const pid of this.postgresPids()) kill(pid)
    await until(() => this.postgresPids().length === 0, patience)
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function hold(folder: string, environment: NodeJS.ProcessEnv): Holder {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'hold-database.ts'), folder], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const said: Said[] = []
  let errors = ''
  createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line) as Said))
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString('utf8')))
  const hear = async (event: string, times = 1) => {
    const heard = () => said.filter((one) => one.event === event)[times - 1]
    await until(() => heard() !== undefined || child.exitCode !== null, patience)
    const found = heard()
    if (found === undefined) throw new Error(`Never heard "${event}"; heard ${JSON.stringify(said)} ${errors}`)
    return found
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
    return child.exitCode
  }
  return { child, said, errors: () => errors, hear, ask: (order) => void child.stdin.write(`${order}\n`), end }
}

export function kill(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It went by itself.
  }
}

function processesBelow(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => isBelow(`/proc/${pid}`, folder))
    .map(Number)
}

function isBelow(entry: string, folder: string): boolean {
  try {
    return (
      readlinkSync(`${entry}/cwd`).startsWith(`${folder}/`) && /\/(postgres|initdb)$/.test(readlinkSync(`${entry}/exe`))
    )
  } catch {
    return false
  }
}
