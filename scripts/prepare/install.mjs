import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { alone } from './alone.mjs'
import { runQuietly } from './run-quietly.mjs'
import { writeWhereAllowed } from './write-where-allowed.mjs'

/** Node_modules is right when it was made from this package-lock.json, by us or by the user's own npm. */
export function installWhatIsMissing(root) {
  const wanted = fingerprint(root)
  if (remembered(root) === wanted) return
  alone(root, 'install', () => {
    if (remembered(root) === wanted) return
    if (lacking(root).length > 0) install(root)
    dropBrokenNode(root)
    remember(root, wanted)
  })
}

function install(root) {
  console.error('Installing what is missing ...')
  const options = ['--ignore-scripts', '--loglevel=error', '--no-fund', '--no-audit']
  // The pages are built here, so their parts are needed wherever NODE_ENV or an omit setting would leave them out.
  const flags = ['ci', ...options, '--include=dev', '--include=optional']
  runNpm(root, [...npm(), ...flags])
  // npm leaves out optional parts that ask for a newer Node than the one it runs on; the one it just brought is new enough
  const [, script] = npm()
  const brought = path.join(root, 'node_modules/.bin/node')
  if (lacking(root).length > 0 && script !== undefined && runs(brought))
    runNpm(root, [realpathSync(brought), script, ...flags])
  refuseLeftOut(lacking(root))
}

function runNpm(root, [command, ...args]) {
  const reason = runQuietly(command, args, { cwd: root })
  if (reason !== undefined) throw new Error(`The parts that Sanad needs could not be installed (npm ci):\n${reason}`)
}

/** An optional part that does not arrive is no failure to npm, and without a word of ours nobody would fetch it again. */
function refuseLeftOut(places) {
  if (places.length === 0) return
  const names = places.map((place) => place.replace(/^.*node_modules\//, ''))
  throw new Error(
    `These parts that Sanad needs on this machine could not be fetched: ${names.join(', ')}.\n` +
      'Please see that this machine reaches npm’s registry, and try again. On a Node older than 20.19, on 21, and on 22 before 22.12 npm leaves such parts out.',
  )
}

/** The npm that runs this script, on the Node it runs on: the Node inside node_modules is about to be replaced. */
function npm() {
  const { npm_execpath: script = '', npm_node_execpath: node = process.execPath } = process.env
  return /npm-cli\.[cm]?js$/.test(script) && existsSync(script) && existsSync(node) ? [node, script] : ['npm']
}

/**
 * Compares package-lock.json with npm's own record of what it put into node_modules. Optional parts may be absent: npm leaves
 * out those for other machines with all that belongs to them. Only those that say for which machine they are, and are for this
 * one, must be there.
 */
function lacking(root) {
  const installed = packagesIn(path.join(root, 'node_modules/.package-lock.json')) ?? {}
  const { '': _ours, ...wanted } = packagesIn(path.join(root, 'package-lock.json'))
  return Object.entries(wanted)
    .filter(([place, part]) => {
      const found = installed[place]
      if (found === undefined) return part.optional !== true || isForHere(part)
      return found.version !== part.version || (found.integrity ?? '') !== (part.integrity ?? '')
    })
    .map(([place]) => place)
}

function isForHere({ os, cpu, libc }) {
  if (os === undefined && cpu === undefined) return false
  return allows(os, process.platform) && allows(cpu, process.arch) && (libc === undefined || allows(libc, libcHere()))
}

function libcHere() {
  if (process.platform !== 'linux') return undefined
  // else it would ask for the names of all connected machines
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc'
}

/** npm writes what the package says: a list, or one name alone. */
function allows(said, value) {
  const list = [said ?? []].flat()
  if (list.length === 0) return true
  if (list.includes(`!${value}`)) return false
  return list.includes(value) || list.every((name) => name.startsWith('!'))
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The Node that npm brought needs glibc; where it cannot run, the system's serves, if it is not hidden behind this one. */
function dropBrokenNode(root) {
  const node = path.join(root, 'node_modules/.bin/node')
  if (existsSync(node) && !runs(node)) rmSync(node)
}

const runs = (node) => spawnSync(node, ['--version']).status === 0

function fingerprint(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`
}

function remembered(root) {
  try {
    return readFileSync(memory(root), 'utf8')
  } catch {
    return undefined
  }
}

/** A node_modules that may not be written is compared anew each time. */
function remember(root, installedFrom) {
  writeWhereAllowed(memory(root), installedFrom)
}

function memory(root) {
  return path.join(root, 'node_modules/.sanad-lock-hash')
}
