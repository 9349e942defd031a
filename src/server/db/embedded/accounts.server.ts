import { readFileSync } from 'node:fs'

export type Account = { name: string; uid: number; gid: number }

/** initdb and postgres look their user up by name, so the uid must have an entry. */
export function findAccount(): Account | undefined {
  const known = accounts().filter(({ uid, gid }) => uid > 0 && gid > 0)
  return ['postgres', 'nobody', 'daemon']
    .map((name) => known.find((account) => account.name === name))
    .find((account) => account !== undefined)
}

/** The name of that user, or the bare number where the system has no name for it. */
export const nameOf = (uid: number): string => accounts().find((account) => account.uid === uid)?.name ?? `#${uid}`

const accounts = (): Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
