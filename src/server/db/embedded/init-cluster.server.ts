import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { totalmem } from 'node:os'
import path from 'node:path'
import { noneForThisMachine } from './binaries.server.ts'
import { errorCode } from './error-code.ts'
import type { Home } from './home.server.ts'
import { giveTo } from './run-as-user.server.ts'
import { firstSettings } from './settings.ts'

/**
 * Made under a temporary name and renamed when whole: a crash in here never leaves half a cluster. The name is a new one each
 * time, since initdb outlives a killed parent and would go on writing into its folder.
 */
export async function initCluster(home: Home, log: (sentence: string) => void): Promise<void> {
  if (existsSync(home.cluster)) return giveTo(home.runner, home.cluster)
  log('Making the database, once ...')
  removeUnfinished(home)
  const unfinished = `${home.cluster}.tmp-${randomUUID()}`
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(home.runner, unfinished)
  try {
    await runInitdb(home, unfinished)
  } catch (error) {
    removeUnfinished(home)
    throw error
  }
  renameSync(unfinished, home.cluster)
}

function removeUnfinished(home: Home): void {
  const folder = path.dirname(home.cluster)
  const unfinished = readdirSync(folder).filter((name) => name.startsWith(`${path.basename(home.cluster)}.tmp`))
  for (const name of unfinished) remove(path.join(folder, name))
}

function remove(unfinished: string): void {
  try {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 5 })
  } catch (error) {
    // An initdb that lost its parent may still write in there; it is in nobody's way, and the next first start removes it.
    if (errorCode(error) !== 'ENOTEMPTY') throw error
  }
}

function runInitdb(home: Home, folder: string): Promise<void> {
  const [command = '', ...args] = [...home.runner.prefix, home.binaries.initdb, ...initdbOptions(folder)]
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: home.environment,
    cwd: home.run,
    ...home.runner.owner,
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => said.push(bytes))
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(errorCode(error) === 'ENOENT' ? cannotRunHere(error.message) : error))
    child.on('close', (code, signal) => {
      if (code === 0) return resolve()
      const reason = Buffer.concat(said).toString('utf8').trim().split('\n').slice(-5).join('\n')
      if (code === 127) return reject(cannotRunHere(reason))
      reject(new Error(`The database could not be made in ${folder} (initdb ended with ${code ?? signal}):\n${reason}`))
    })
  })
}

/** The file is there, and what would load it is not (glibc, on a Linux with musl). With a runner before it that is a 127. */
function cannotRunHere(reason: string): Error {
  return noneForThisMachine(`its initdb cannot be run, on Linux it needs glibc: ${reason}`)
}

function initdbOptions(folder: string): string[] {
  return [
    `--pgdata=${folder}`,
    '--username=postgres',
    // Whoever may enter the socket's folder (mode 0700) is us; there is no TCP.
    '--auth=trust',
    '--encoding=UTF8',
    '--data-checksums',
    // PostgreSQL's own collation: indexes do not depend on the C library or on the old ICU inside the package.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    process.platform === 'darwin' ? '--locale=en_US.UTF-8' : '--locale=C.UTF-8',
    ...Object.entries(firstSettings(memoryHere())).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ]
}

/** Bytes: of the container where it has a limit, else of the machine. Node says 0 where it knows of none. */
const memoryHere = (): number => Math.min(totalmem(), process.constrainedMemory() || Infinity)
