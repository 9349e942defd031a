import { mkdirSync, readdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { findBinaries, type Binaries } from './binaries.server.ts'
import { linkLibraries } from './library-links.server.ts'
import { refuseAnothers } from './refuse-anothers.server.ts'
import { chooseRunner, giveTo, letThrough, type Runner } from './run-as-user.server.ts'
import { placeSettings } from './settings.ts'
import { assertPrivate, socketFolder } from './socket-folder.server.ts'

/** Where everything of the embedded database lies, and how its programs are started. */
export type Home = {
  cluster: string
  run: string
  logs: string
  socket: string
  lock: string
  sharers: string
  startLog: string
  binaries: Binaries
  runner: Runner
  environment: NodeJS.ProcessEnv
  settings: Record<string, string>
}

/** Makes the folders that are missing, for their owner alone; starts nothing. Throws on a database of another major. */
export function openHome(dataFolder: string, settings: Record<string, string> = {}): Home {
  const binaries = findBinaries()
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const folder = realpathSync(dataFolder)
  const name = `pg${binaries.major}`
  refuseOtherMajor(folder, name)
  refuseAnothers(folder, name)
  const cluster = path.join(folder, name)
  const run = path.join(folder, `${name}.run`)
  const logs = path.join(folder, `${name}.logs`)
  const runner = chooseRunner([folder, binaries.postgres])
  letThrough(runner, folder)
  for (const own of [run, logs]) makePrivate(own, runner)
  const socket = socketFolder(run)
  if (socket !== run) makePrivate(socket, runner)
  assertPrivate(socket, [process.getuid?.() ?? 0, runner.owner?.uid ?? 0])
  return {
    cluster,
    run,
    logs,
    socket,
    lock: path.join(run, 'lock'),
    sharers: path.join(run, 'sharers'),
    startLog: path.join(run, 'start.log'),
    binaries,
    runner,
    environment: quietEnvironment(linkLibraries(binaries.root, path.join(run, 'libraries'))),
    settings: { ...placeSettings({ socket, logs }), ...settings },
  }
}

/** A new major cannot read the old one's files, and an empty database beside them would look like a total loss. */
function refuseOtherMajor(folder: string, name: string): void {
  const majors = readdirSync(folder).filter((entry) => /^pg\d+$/.test(entry))
  if (majors.length === 0 || majors.includes(name)) return
  throw new Error(
    `${folder} holds a database of PostgreSQL ${majors.join(', ').replaceAll('pg', '')}, and this Sanad brings PostgreSQL ` +
      `${name.slice(2)}. Make a backup with the Sanad that wrote it, move the old folder away, and restore the backup.`,
  )
}

function makePrivate(folder: string, runner: Runner): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(runner, folder)
}

/** PGDATA, PGPORT and their kind would steer our server elsewhere; messages are read by us, so they are English. */
function quietEnvironment(libraries: string[]): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  const search = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  const found = libraries.length === 0 ? {} : { [search]: libraries.join(':') }
  return { ...Object.fromEntries(kept), ...found, LC_ALL: 'C', TZ: 'UTC' }
}
