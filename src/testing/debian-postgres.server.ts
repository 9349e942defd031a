import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseRunner } from '../server/db/embedded/run-as-user.server.ts'
import { notRun } from './not-run.server.ts'

const home = '/usr/lib/postgresql'
const versions = existsSync(home) ? readdirSync(home).sort((one, other) => Number(one) - Number(other)) : []
const programs = versions.map((version) => join(home, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))

export const hasDebianPostgres = programs !== undefined
export const sayWithoutDebianPostgres = (name: string): void =>
  notRun(name, 'no PostgreSQL of the system is installed: apt-get install postgresql')

export type DebianPostgres = Awaited<ReturnType<typeof startDebianPostgres>>

/** The oldest PostgreSQL that Debian installed here, on a socket of its own; `following` makes it a streaming replica. */
export async function startDebianPostgres(options: { following?: { socket: string } } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-pg-'))
  const { prefix, owner } = chooseRunner([folder])
  const data = join(folder, 'data')
  const socket = join(folder, 'run')
  for (const each of [folder, socket]) {
    mkdirSync(each, { recursive: true, mode: 0o700 })
    if (owner) chownSync(each, owner.uid, owner.gid)
  }
  run('initdb or pg_basebackup', options.following ? copyOf(options.following.socket, data) : initialised(data))
  if (!options.following) appendFileSync(join(data, 'pg_hba.conf'), 'local replication all trust\n')
  let server = start()
  await answers()

  function run(what: string, [program = '', ...args]: string[]): void {
    const [command = '', ...rest] = [...prefix, join(programs!, program), ...args]
    const { status, stderr } = spawnSync(command, rest, { ...owner, cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${what}: ${stderr}`)
  }

  function start() {
    const settings = { listen_addresses: '', unix_socket_directories: socket, max_connections: '60' }
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const [command = '', ...args] = [...prefix, join(programs!, 'postgres'), '-D', data, ...given]
    return spawn(command, args, { ...owner, cwd: folder, stdio: 'ignore' })
  }

  async function answers(): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if (spawnSync(join(programs!, 'pg_isready'), ['-q', '-h', socket]).status === 0) return
      await pause(100)
    }
    throw new Error('the PostgreSQL of the system does not answer')
  }

  return {
    socket,
    url: (database: string) => `postgres://postgres@localhost:5432/${database}?host=${encodeURIComponent(socket)}`,
    /** SIGQUIT: at once, as a crash would; what it held is recovered at its next start. */
    kill: async () => end('SIGQUIT'),
    async startAgain() {
      server = start()
      await answers()
    },
    async stop() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await ended
  }
}

const initialised = (data: string): string[] => [
  'initdb',
  '-D',
  data,
  '-U',
  'postgres',
  '--auth=trust',
  '-E',
  'UTF8',
  '--locale=C.UTF-8',
  '--data-checksums',
]
const copyOf = (socket: string, data: string): string[] => [
  'pg_basebackup',
  '-D',
  data,
  '-h',
  socket,
  '-U',
  'postgres',
  '-X',
  'stream',
  '-R',
  '-c',
  'fast',
]
