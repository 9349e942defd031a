import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { findAccount } from './accounts.server.ts'

/** How to start PostgreSQL, which refuses to run as root. `owner` is whose its files must be, where that is not us. */
export type Runner = { prefix: string[]; owner?: { uid: number; gid: number } }

/**
 * As root, a user namespace makes PostgreSQL see itself as an ordinary user while its files stay root's: it works under
 * folders that only root may enter, and needs no account, no chown. Where namespaces are forbidden (many containers)
 * we become that user in earnest.
 */
export function chooseRunner(mustReach: string[]): Runner {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const account = findAccount()
  if (account !== undefined) {
    const prefix = ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--']
    const hasNamespaces = works(prefix, 'true')
    // root in a namespace has no more rights over what belongs to others than anybody has
    if (hasNamespaces && mustReach.every((file) => works(prefix, 'test', '-x', file))) return { prefix }
    const closed = mustReach.map((file) => closedAncestor(file, hasNamespaces)).find((folder) => folder !== undefined)
    if (closed === undefined) return { prefix: [], owner: { uid: account.uid, gid: account.gid } }
    throw refusal(`"${account.name}" may not enter ${closed}`)
  }
  throw refusal('no account "postgres", "nobody" or "daemon" was found to run it as')
}

/** Lets that user pass through the data folder, not read it. */
export function letThrough(runner: Runner, folder: string): void {
  if (runner.owner === undefined || (statSync(folder).mode & 0o001) !== 0) return
  chownSync(folder, 0, runner.owner.gid)
  chmodSync(folder, 0o710)
}

/** Gives a folder and all in it to the user PostgreSQL runs as; with namespaces, back to us. */
export function giveTo(runner: Runner, folder: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = runner.owner ?? { uid: 0, gid: 0 }
  if (lstatSync(folder).uid !== uid) chownTree(folder, uid, gid)
}

function chownTree(file: string, uid: number, gid: number): void {
  const stat = lstatSync(file)
  if (stat.isDirectory()) for (const name of readdirSync(file)) chownTree(path.join(file, name), uid, gid)
  // The folder itself last: a chown that was cut short is done again.
  if (!stat.isSymbolicLink()) chownSync(file, uid, gid)
}

function works(prefix: string[], ...asked: string[]): boolean {
  const [command = '', ...rest] = [...prefix, ...asked]
  return spawnSync(command, rest, { stdio: 'ignore' }).status === 0
}

/** The nearest folder above that lets nobody else through; root's own are open to it in a namespace. */
function closedAncestor(file: string, isRoot: boolean): string | undefined {
  const parent = path.dirname(file)
  if (parent === file) return undefined
  const { mode, uid } = statSync(parent)
  return (mode & 0o001) === 0 && !(isRoot && uid === 0) ? parent : closedAncestor(parent, isRoot)
}

function refusal(reason: string): Error {
  return new Error(
    `PostgreSQL does not run as root, and ${reason}. ` +
      'Start Sanad as an ordinary user, move its data folder, or set DATABASE_URL to a PostgreSQL server of your own.',
  )
}
