import { spawnSync } from 'node:child_process'

const linesOfAReason = 15

/** Says nothing where all went well; else answers why not, in the first lines of what the program said. */
export function runQuietly(command, args, { cwd, environment = {} }) {
  const done = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...environment, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (done.status === 0) return undefined
  if (done.error !== undefined) return done.error.message
  const lines = `${done.stderr}\n${done.stdout}`.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(0, linesOfAReason).join('\n') || `It ended with ${done.status ?? done.signal}.`
}
