import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process is its pid *and* when it started: pids are used again, and in a restarted container at once. */
export type Process = { pid: number; started: string; zombie: boolean; command: string }

/** Undefined where there is none of this pid; a zombie is found and says so. */
export function findProcess(pid: number): Process | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return process.platform === 'linux' ? readProc(pid) : askPs(pid)
}

/** Zombies do not count: a dead postmaster stays one for seconds, or for good where nobody reaps. */
export function isAlive({ pid, started }: { pid: number; started: string }): boolean {
  const found = findProcess(pid)
  return found !== undefined && !found.zombie && found.started === started
}

let self: Process | undefined

/** Throws on machines that do not tell when a process started. */
export function thisProcess(): Process {
  self ??= findProcess(process.pid)
  if (self === undefined) throw new Error('This machine does not tell when a process started (no /proc, no ps).')
  return self
}

/** What runs this program inside this folder. Linux only; elsewhere the answer is empty. */
export function processesIn(folder: string, program: string): Process[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => pointsTo(`/proc/${pid}/cwd`) === folder && pointsTo(`/proc/${pid}/exe`) === program)
    .map((pid) => findProcess(Number(pid)))
    .filter((found) => found !== undefined && !found.zombie) as Process[]
}

/** Linux only; elsewhere, and of processes that are not ours to look at, undefined. */
export function workingFolder(pid: number): string | undefined {
  return process.platform === 'linux' ? pointsTo(`/proc/${pid}/cwd`) : undefined
}

function readProc(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The second field is the name in brackets and may itself hold spaces and brackets: count from behind it.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { pid, started: rest[18] ?? '', zombie: state === 'Z' || state === 'X', command }
  } catch {
    return undefined
  }
}

function askPs(pid: number): Process | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=,command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C' },
    })
    const [, state, started, command] = /^\s*(\S+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/m.exec(line) ?? []
    if (state === undefined || started === undefined) return undefined
    return { pid, started, zombie: state.startsWith('Z'), command: command ?? '' }
  } catch {
    return undefined
  }
}

function pointsTo(link: string): string | undefined {
  try {
    return readlinkSync(link)
  } catch {
    return undefined
  }
}
