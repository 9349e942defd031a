import { spawn } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'

const project = path.join(import.meta.dirname, '..')

/** As `npm start` has them: `exec node FLAGS… src/start/server.ts`. */
const startFlags = (JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8')) as Package).scripts.start
  .split(' ')
  .slice(2, -1)
  .map((flag) => flag.replace('./', `${project}/`))
type Package = { scripts: { start: string } }

export type Served = {
  port: number
  /** From the start of its process until it said where it is. */
  seconds: number
  /** Megabytes that the process holds at rest. */
  memory(): Promise<number>
  memoryNow(): Promise<number>
  /** Open files and connections of the process. */
  handles(): Promise<number>
  stop(): Promise<void>
}

/** The product's own server as a process of its own. `profile`: a folder for Node's processor profile. */
export async function serveProduct(options: {
  url: string
  secret: string
  worker: boolean
  profile?: string
}): Promise<Served> {
  const flags = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  return serve([...flags, ...startFlags, path.join(project, 'src/start/server.ts')], {
    DATABASE_URL: options.url,
    SANAD_SECRET: options.secret,
    SANAD_WORKER: options.worker ? 'on' : 'off',
    SANAD_DATA: path.join(project, 'node_modules/.cache/sanad-bench-data'),
    PORT: '0',
  })
}

/** Until the process was hardly at work for five seconds: the tellings of what was measured are sent, what they needed is let go. */
async function atRest(pid: number): Promise<void> {
  let before = await ticksOf(pid)
  for (let patience = 60; patience > 0; patience--) {
    await new Promise((resolve) => setTimeout(resolve, 5_000))
    const now = await ticksOf(pid)
    if (now - before < 50) return
    before = now
  }
}

/** Hundredths of a second of processor, its own and the system's for it. */
async function ticksOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8')
  const [user, system] = status.slice(status.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
  return user! + system!
}

/** A server that does nothing: what asking costs in any case. */
export const serveNothing = (): Promise<Served> => serve([path.join(import.meta.dirname, 'nothing.ts')], {})

async function serve(args: string[], env: Record<string, string>): Promise<Served> {
  const kept = Object.fromEntries(['PATH', 'HOME', 'LOG_LEVEL'].map((name) => [name, process.env[name] ?? '']))
  const began = performance.now()
  const child = spawn(process.execPath, args, { env: { ...kept, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /at http:\/\/[^:]+:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
    void ended.then(() => reject(new Error(`the server ended: ${said}`)))
  })
  const memoryNow = async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
  }
  return {
    port,
    memoryNow,
    handles: async () => (await readdir(`/proc/${child.pid}/fd`)).length,
    seconds: (performance.now() - began) / 1000,
    async memory() {
      await atRest(child.pid!)
      return memoryNow()
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
