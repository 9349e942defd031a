import { openHome } from './home.server.ts'
import { supervise } from './supervise.server.ts'

export type EmbeddedDatabase = {
  /** For pg: the socket, database `sanad`, user `postgres`. Stays the same through restarts. */
  url: string
  socketFolder: string
  /** Whether this process supervises PostgreSQL right now; it may come to do so when another one leaves. */
  readonly owned: boolean
  stop: () => Promise<void>
}

export type EmbeddedOptions = {
  /** The data folder; PostgreSQL's own folders inside carry its major version in their names. */
  folder: string
  log: (sentence: string) => void
  /** PostgreSQL ended and is back: prepared state on connections (LISTEN, locks) is gone. */
  onRestart?: () => void
  /** Further settings of PostgreSQL, above those in its file. */
  settings?: Record<string, string>
}

/** A real PostgreSQL for those who brought none: on a socket only, restarted when it dies, shared by all on the folder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const home = openHome(options.folder, options.settings)
  const supervisor = await supervise(home, { log: options.log, onRestart: options.onRestart ?? (() => {}) })
  return {
    // the socket speaks no TLS, whatever PGSSLMODE in the environment asks for other databases
    url: `postgres://postgres@localhost:5432/sanad?host=${encodeURIComponent(home.socket)}&sslmode=disable`,
    socketFolder: home.socket,
    get owned() {
      return supervisor.isOwner()
    },
    stop: supervisor.stop,
  }
}
