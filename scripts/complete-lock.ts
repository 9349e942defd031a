import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-tool.ts'

// npm leaves a package for another platform out of the lock file when the registry in use does not have it, and then
// `npm ci` refuses the lock as incomplete, on every machine. A line with its version and platform is all that is missing.

export type Locked = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
export type Lock = { packages: Record<string, Locked> }

/** The optional packages that the lock speaks of and does not hold, as they should stand in it. */
export function missingFrom({ packages }: Lock): Record<string, Locked> {
  const missing: Record<string, Locked> = {}
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const place = `node_modules/${name}`
      const platform = platformOf(name)
      if (packages[place] || packages[`${path}/${place}`] || !platform) continue
      missing[place] = { version, ...platform, ...(dev && { dev }), optional: true }
    }
  }
  return missing
}

/** Such packages are named for where they run: `…/binding-linux-arm-gnueabihf`. */
function platformOf(name: string) {
  const found =
    /(?:^|[/-])(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)\b/.exec(name)
  if (!found?.[1] || !found[2]) return undefined
  // without it npm on a glibc machine would try to fetch the musl build as well
  const libc = name.endsWith('-musl') ? { libc: ['musl'] } : {}
  return { os: [found[1]], cpu: [found[2]], ...libc }
}

const lockFile = join(root, 'package-lock.json')
const readLock = (): Lock => JSON.parse(readFileSync(lockFile, 'utf8'))

export function checkLock() {
  const places = Object.keys(missingFrom(readLock()))
  if (places.length === 0) return []
  return [
    `package-lock.json lacks ${places.length} packages for other platforms (${places[0]} …), so npm ci refuses it:`,
    'node scripts/complete-lock.ts adds them',
  ]
}

if (import.meta.main) {
  const lock = readLock()
  const missing = missingFrom(lock)
  const packages = Object.entries({ ...lock.packages, ...missing }).toSorted(([one], [other]) => (one < other ? -1 : 1))
  writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, undefined, 2)}\n`)
  console.log(`${Object.keys(missing).length} packages for other platforms added to package-lock.json`)
}
