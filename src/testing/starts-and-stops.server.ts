import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { until } from '../server/db/embedded/waiting.ts'
import { compileCache } from './compiled.ts'
import { patience } from './patience.ts'

const isUp = { server: /Sanad is at/, worker: /worker is at work/ }

/** Starts one of the product's own processes, stops it as soon as it is up, and answers what it said. */
export async function startsAndStops(
  name: keyof typeof isUp,
  environment: Record<string, string>,
): Promise<{ status: number | null; said: string }> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [join(import.meta.dirname, `../start/${name}.ts`)], {
    env: { PATH, HOME, ...compileCache, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  await until(() => isUp[name].test(said) || child.exitCode !== null, patience)
  child.kill('SIGTERM')
  return { status: await ended, said }
}
