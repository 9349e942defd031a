import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '..')
const tools = join(root, 'node_modules/.bin')

export type Ran = { ok: boolean; ended: string; output: string }
type Options = { env?: Record<string, string>; show?: boolean; minutes: number }

/** Runs a tool of this package, on this very Node, to its end; shows what it says or keeps it. */
export function runTool(tool: string, args: readonly string[], { env, show = false, minutes }: Options): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(join(tools, tool), args, {
      cwd: root,
      env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ''}`, ...env },
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout: minutes * 60_000,
    })
    let output = ''
    child.stdout?.on('data', (piece) => (output += piece))
    child.stderr?.on('data', (piece) => (output += piece))
    child.on('error', (error) => resolve({ ok: false, ended: `could not start: ${error.message}`, output }))
    child.on('close', (code, signal) => {
      const ended = signal ? `stopped by ${signal} (it may take ${minutes} minutes)` : `exit ${code}`
      resolve({ ok: code === 0, ended, output })
    })
  })
}
