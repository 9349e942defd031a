import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { alone } from './alone.mjs'
import { nodeFor } from './node-version.mjs'
import { runQuietly } from './run-quietly.mjs'
import { writeWhereAllowed } from './write-where-allowed.mjs'

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

/** Builds dist/ when the sources are no longer those it was built from. What a build replaces stays until it succeeded. */
export function buildPages(root) {
  if (builtFrom(root)?.looks === looksOf(root)) return
  alone(root, 'pages', () => {
    const looks = looksOf(root)
    const before = builtFrom(root)
    if (before?.looks === looks) return
    const content = contentOf(root)
    // Another checkout of the same content changes times only.
    if (before?.content !== content) build(root)
    writeWhereAllowed(stamp(root), JSON.stringify({ looks, content }))
  })
}

function build(root) {
  console.error('Building the pages ...')
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite))
    throw new Error('The pages are not built and Vite is not installed: run "npm ci --include=dev".')
  const next = path.join(root, 'node_modules/.cache/sanad-pages')
  const options = ['--outDir', next, '--emptyOutDir', '--logLevel', 'warn']
  const environment = { NODE_ENV: 'production' }
  const reason = runQuietly(nodeFor(root), [vite, 'build', ...options], { cwd: root, environment })
  if (reason !== undefined) throw new Error(`The pages could not be built:\n${reason}`)
  putInPlace(next, path.join(root, 'dist'))
}

function putInPlace(next, dist) {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(path.dirname(dist), { recursive: true })
  try {
    renameSync(next, dist)
  } catch (error) {
    // node_modules may lie on another volume.
    if (error.code !== 'EXDEV') throw error
    cpSync(next, dist, { recursive: true })
  }
}

function builtFrom(root) {
  if (!existsSync(path.join(root, 'dist/index.html'))) return undefined
  try {
    return JSON.parse(readFileSync(stamp(root), 'utf8'))
  } catch {
    return undefined
  }
}

function stamp(root) {
  return path.join(root, 'dist/.built-from')
}

/** Names, sizes and times: quick to ask, at every start. */
function looksOf(root) {
  return hashOf(root, (file) => {
    const { size, mtimeMs } = statSync(file)
    return `${size} ${mtimeMs}`
  })
}

function contentOf(root) {
  return hashOf(root, (file) => readFileSync(file))
}

function hashOf(root, describe) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source))).sort(byName)) {
    hash.update(`\n${path.relative(root, file)}\n`).update(describe(file))
  }
  return hash.digest('hex')
}

function byName(a, b) {
  return a < b ? -1 : 1
}

/** The pages cannot reach the server's files and tests (the import rules hold that), so these need no new build. */
function filesIn(place) {
  const kind = statSync(place, { throwIfNoEntry: false })
  if (kind === undefined) return []
  if (!kind.isDirectory()) return [place]
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !/\.server\.ts$|\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const file = path.join(place, entry.name)
      return entry.isDirectory() ? filesIn(file) : [file]
    })
}
