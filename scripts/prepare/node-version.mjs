import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** Scripts run on the Node inside node_modules where npm brought one that fits (npm puts it first), else on the system's. */
export function checkNode(root) {
  const version = broughtVersion(root) ?? process.versions.node
  if (runsTypeScript(version)) return
  throw new Error(
    `Sanad needs Node 22.18 or newer, and would run on Node ${version}.\n` +
      'On Linux with glibc (x64, arm64) npm brings Node 24 along: run "npm ci --include=optional". ' +
      'Elsewhere install a current Node from https://nodejs.org.',
  )
}

/** The Node that scripts should be started with: the one that npm brought, or this one. */
export function nodeFor(root) {
  const brought = path.join(root, 'node_modules/.bin/node')
  return existsSync(brought) ? brought : process.execPath
}

/** Node reads TypeScript by itself since 22.18, and in the odd series since 23.6. */
function runsTypeScript(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major === 22) return minor >= 18
  if (major === 23) return minor >= 6
  return major > 23
}

/** Read, not run: starting a Node only to ask its version costs more than all the rest. */
function broughtVersion(root) {
  const node = path.join(root, 'node_modules/.bin/node')
  if (!existsSync(node)) return undefined
  const description = path.join(realpathSync(node), '../../package.json')
  return JSON.parse(readFileSync(description, 'utf8')).version
}
