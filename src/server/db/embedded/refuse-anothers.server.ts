import { lstatSync } from 'node:fs'
import path from 'node:path'
import { findAccount, nameOf } from './accounts.server.ts'

/**
 * Root could take what belongs to somebody else, and a service that works on it as its own user would never reach its database
 * again. Whose the folder is runs Sanad; in a folder of root's, PostgreSQL's part may be its account's.
 */
export function refuseAnothers(folder: string, name: string): void {
  if (process.getuid?.() !== 0) return
  const ours = [0, findAccount()?.uid]
  const parts = [name, `${name}.run`, `${name}.logs`].map((part) => ownerOf(path.join(folder, part)))
  // where the database lies there already, whose that is tells; what root began in somebody's folder stays root's
  const isBegun = parts[0] !== undefined
  const another = (isBegun ? 0 : ownerOf(folder)) || parts.find((uid) => !ours.includes(uid ?? 0))
  if (!another) return
  const owner = nameOf(another)
  const runAs = owner.startsWith('#') ? '' : `: runuser -u ${owner} -- …`
  throw new Error(
    `${folder} belongs to the user “${owner}”, from whom Sanad would take it as root. Run this as that user${runAs}. ` +
      `Where they need it no more, \`chown -R root: ${folder}\` makes it root’s.`,
  )
}

const ownerOf = (file: string): number | undefined => lstatSync(file, { throwIfNoEntry: false })?.uid
