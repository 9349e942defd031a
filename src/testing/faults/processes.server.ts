import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { compileCache } from '../compiled.ts'

export type Running = {
  child: ChildProcess
  /** Of a server: where it is. */
  address: string
  ended: Promise<NodeJS.Signals | number | null>
  /** As `kill -9` does. */
  kill(): Promise<void>
  stop(): Promise<void>
  said(): string
}

const programs = { server: /Sanad is at (http:\/\/\S+)/, worker: /()at work/ }

const here = join(import.meta.dirname, '../../..')

/** The product's own server or worker as a process of its own; resolves once it said that it is there, null when it died first; of another version where its tree is named. */
export async function startProcess(
  kind: keyof typeof programs,
  environment: Record<string, string>,
  root = here,
): Promise<Running | null> {
  const { PATH = '', HOME = '' } = process.env
  const program = join(root, `src/start/${kind}.ts`)
  const child = spawn(process.execPath, [program], {
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'error', ...compileCache, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  )
  const there = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        said += bytes.toString()
        const found = programs[kind].exec(said)
        if (found) resolve(found[1]!.replace('localhost', '127.0.0.1'))
      })
  })
  const address = await Promise.race([there, ended.then(() => null)])
  if (address === null) {
    if (child.signalCode === 'SIGKILL') return null
    throw new Error(`the ${kind} ended with ${child.exitCode ?? child.signalCode}: ${said}`)
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  return { child, address, ended, kill: () => end('SIGKILL'), stop: () => end('SIGTERM'), said: () => said }
}

/** The same where it must come up. */
export async function mustStart(...given: Parameters<typeof startProcess>): Promise<Running> {
  const running = await startProcess(...given)
  if (!running) throw new Error(`the ${given[0]} was killed before it was there`)
  return running
}
